import { ApiError } from './api.js';
import { hideErrors, showErrors } from './form-errors.js';
import { say } from './say.js';

const door = document.getElementById('door');

/** Lets visitors log in, register and log out. What needs an account is shown to members only. */
export async function startAccount(session, api) {
  let busy = false;
  const attempt = async (work) => {
    if (busy) return;
    busy = true;
    hideErrors(door);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      welcome('guest');
      showErrors(door, withField(error));
    } finally {
      busy = false;
    }
  };

  const enter = async () => {
    const me = await api('GET', '/me');
    document.getElementById('member').textContent = me.email;
    welcome('member');
    door.reset();
    return me;
  };

  door.addEventListener('submit', (event) => {
    event.preventDefault();
    const account = Object.fromEntries(new FormData(door));
    attempt(async () => {
      if (event.submitter?.value === 'register') await session.register(account);
      await session.login(account);
      const me = await enter();
      document.getElementById('url').focus();
      say(`Logged in as ${me.email}`);
    });
  });
  document.getElementById('logout').addEventListener('click', () =>
    session.logout().catch((error) => {
      document.getElementById('logout-error').textContent = error.message;
    }),
  );

  await attempt(async () => ((await session.resume()) ? enter() : welcome('guest')));
}

function welcome(visitor) {
  document.body.dataset.visitor = visitor;
}

/** An address that is known is mended in its field. */
function withField(error) {
  if (error.status !== 409) return error;
  return new ApiError(error.message, 409, [
    { pointer: '/email', detail: 'has an account already' },
  ]);
}
