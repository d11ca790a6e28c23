/**
 * Shows what is wrong beside the fields it is about, what is about none of them below the form,
 * and takes the keyboard to the first field that has to be mended.
 *
 * @param {HTMLFormElement} form with an element `<name>-error` for each field
 * @param {import('./api.js').ApiError} error
 */
export function showErrors(form, error) {
  hideErrors(form);
  const others = [];
  for (const { pointer, detail } of error.errors) {
    const field = form.elements.namedItem(pointer.slice(1));
    if (field) mark(field, detail);
    else others.push(`${pointer.slice(1)} ${detail}`);
  }
  const first = form.querySelector('[aria-invalid]');
  if (!first || others.length > 0) {
    form.querySelector('[data-error]').textContent = [error.message, ...others].join(' ');
  }
  first?.focus();
}

/** @param {HTMLFormElement} form */
export function hideErrors(form) {
  form.querySelector('[data-error]').textContent = '';
  for (const field of form.querySelectorAll('[aria-invalid]')) {
    field.removeAttribute('aria-invalid');
    errorOf(field).textContent = '';
  }
}

function mark(field, detail) {
  field.setAttribute('aria-invalid', 'true');
  // The service speaks of a field in half sentences: "must be a URL".
  errorOf(field).textContent = /^[a-z]/.test(detail) ? `This ${detail}.` : detail;
}

function errorOf(field) {
  return document.getElementById(`${field.name}-error`);
}
