import { ApiError } from './api.js';
import { linkRow } from './link-row.js';
import { confirmRemoval } from './removal.js';
import { say } from './say.js';

/** How many links are shown at once. */
const PAGE = 10;

const [section, title, none, problem, list, more] = [
  'links',
  'links-title',
  'links-none',
  'links-error',
  'links-list',
  'links-more',
].map((id) => document.getElementById(id));

/** Lists the links, the newest first, page by page, and lets them be deleted. */
export function showLinks(api) {
  let next = null;

  const older = async () => {
    const cursor = next === null ? '' : `&cursor=${encodeURIComponent(next)}`;
    const page = await api('GET', `/links?limit=${PAGE}${cursor}`);
    next = page.nextCursor;
    // One that was made while the page was on its way is there already.
    const rows = page.items.filter(({ code }) => !document.getElementById(`link-${code}`)).map(row);
    list.append(...rows);
    settle();
    return rows;
  };

  const row = (link) => {
    const made = linkRow(link);
    made.querySelector('.remove').addEventListener('click', () => remove(link, made));
    return made;
  };

  const remove = async (link, row) => {
    if (!(await confirmRemoval(link))) return;
    await told(async () => {
      await api('DELETE', `/links/${encodeURIComponent(link.code)}`).catch(ifNotGone);
      const neighbour = row.nextElementSibling ?? row.previousElementSibling;
      row.remove();
      settle();
      (neighbour?.querySelector('.remove') ?? title).focus();
      say(`Deleted ${link.code}`);
    });
  };

  const settle = () => {
    none.hidden = list.children.length > 0;
    more.hidden = next === null;
    section.setAttribute('aria-busy', 'false');
  };

  more.addEventListener('click', () =>
    told(async () => {
      const [first] = await older();
      first?.querySelector('a').focus();
      say(`${list.children.length} links are shown`);
    }),
  );
  document.addEventListener('link-made', ({ detail }) => {
    list.prepend(row(detail));
    settle();
  });
  told(older);
}

/** Does something, and shows above the list what went wrong with it. */
async function told(work) {
  problem.textContent = '';
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    section.setAttribute('aria-busy', 'false');
    problem.textContent = error.message;
  }
}

/** Somebody else was faster: what was wanted is the case. */
function ifNotGone(error) {
  if (error.status !== 404) throw error;
}
