const dialog = document.getElementById('removal');

/** @returns {Promise<boolean>} whether the visitor wants the link to be deleted after all */
export function confirmRemoval({ code }) {
  document.getElementById('removal-title').textContent = `Delete /${code}?`;
  dialog.returnValue = 'keep';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'remove'), {
      once: true,
    });
  });
}
