import { append, change, type Edit } from './edit.ts';

const needs = 'web/index.html';

/** What an owner changes in the page. */
export const webEdits: readonly Edit[] = [
  {
    name: 'gives the page another title and headline',
    needs,
    apply(project) {
      change(project, needs, /<title>.*<\/title>/, '<title>Short links of our shop</title>');
      change(project, needs, 'Cut it short.', 'Our short links.');
    },
  },
  {
    name: 'links to another page beside the name',
    needs,
    apply(project) {
      change(project, needs, /.*<p class="name">.*\n/, '$&  <a href="/about">About</a>\n');
    },
  },
  {
    name: 'adds a style sheet before the script',
    needs,
    apply(project) {
      const sheet = '<link rel="stylesheet" href="/assets/shop.css">\n';
      change(project, needs, /^<script /m, `${sheet}$&`);
      project.set('web/assets/shop.css', 'body { color: navy; }\n');
    },
  },
  {
    name: 'adds a section at the end of the page',
    needs,
    apply(project) {
      change(project, needs, /^<\/main>/m, '  <section>\n    <p>Ask Kim.</p>\n  </section>\n$&');
    },
  },
  {
    name: 'adds rules to the style sheet, and changes a colour',
    needs,
    apply(project) {
      change(project, 'web/assets/page.css', /#[0-9a-f]{6}/, '#123456');
      append(project, 'web/assets/page.css', '\n.shop { color: navy; }\n');
    },
  },
];
