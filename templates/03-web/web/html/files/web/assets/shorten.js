import { ApiError } from './api.js';
import { copies } from './copy.js';
import { untilWhen } from './dates.js';
import { hideErrors, showErrors } from './form-errors.js';
import { measure } from './measure.js';
import { say } from './say.js';

const form = document.getElementById('shorten');
const made = document.getElementById('made');
const link = document.getElementById('made-link');
const copy = document.getElementById('made-copy');

/** Makes the form shorten links. Other parts of the page hear of each as `link-made`. */
export function startShortening(api) {
  copies(copy, link);
  let busy = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    hideErrors(form);
    try {
      show(await api('POST', '/links', wanted(new FormData(form))));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      showErrors(form, withField(error));
    } finally {
      busy = false;
    }
  });
}

/** What the form says, as the API takes it: nothing for a field that was left empty. */
function wanted(data) {
  const [url, code, expiresAt] = ['url', 'code', 'expiresAt'].map((name) => data.get(name).trim());
  return {
    url: url === '' || /^[^/]*:/.test(url) ? url : `https://${url}`,
    ...(code && { code }),
    // Typed in the visitor's own time.
    ...(expiresAt && { expiresAt: new Date(expiresAt).toISOString() }),
  };
}

/** A code that is taken is no fault of its form, but is mended in its field all the same. */
function withField(error) {
  if (error.status !== 409) return error;
  return new ApiError(error.message, 409, [{ pointer: '/code', detail: 'is taken' }]);
}

function show(created) {
  const { url, shortUrl, expiresAt } = created;
  link.href = shortUrl;
  link.textContent = shortUrl.replace(/^https?:\/\//, '');
  document.getElementById('made-until').textContent = untilWhen(expiresAt);
  measure(url, shortUrl);
  form.reset();
  made.hidden = false;
  copy.focus();
  say(`Your short link is ${shortUrl}`);
  document.dispatchEvent(new CustomEvent('link-made', { detail: created }));
}
