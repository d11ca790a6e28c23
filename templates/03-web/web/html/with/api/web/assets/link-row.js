import { copies } from './copy.js';
import { inWords, untilWhen } from './dates.js';

const template = document.getElementById('link-row');

/** @returns {HTMLLIElement} what the list shows of a link */
export function linkRow({ code, url, shortUrl, createdAt, expiresAt }) {
  const row = template.content.firstElementChild.cloneNode(true);
  const part = (name) => row.querySelector(name);
  const short = part('.short');
  short.href = shortUrl;
  short.textContent = `/${code}`;
  part('.target').textContent = url.replace(/^https?:\/\//, '');
  part('.target').title = url;
  const until = untilWhen(expiresAt);
  row.classList.toggle('over', until.startsWith('Expired'));
  part('.when').textContent = [`Cut ${inWords(createdAt)}`, until].filter(Boolean).join(' · ');
  for (const button of row.querySelectorAll('button')) {
    button.setAttribute('aria-describedby', `link-${code}`);
  }
  short.id = `link-${code}`;
  copies(part('.copy'), short);
  return row;
}
