import { describe, expect, it } from 'vitest';
import { projectOf, templatesWith } from './a-project.ts';

const templates = templatesWith({
  '01-backend/http/files/README.md': '{{roadmap}}\n',
  '05-apis/api/files/x.ts': '\n',
});

describe('the picture of the roadmap', () => {
  const project = projectOf(templates, { layers: ['api'] });
  const picture = project.get('docs/roadmap.svg') ?? '';

  it('shows every stage once, in its order', () => {
    const numbers = [...picture.matchAll(/class="number"[^>]*>(\d+)</g)].map(
      ([, number]) => number,
    );
    expect(numbers.length).toBeGreaterThan(1);
    expect(numbers).toEqual(numbers.map((_, index) => String(index + 1)));
  });

  it('lights the stages that the project has reached, and no others', () => {
    const lit = [...picture.matchAll(/<g class="reached">.*?class="number"[^>]*>(\d+)</g)];
    const checked = [...(project.get('README.md') ?? '').matchAll(/✅ \| (\d+)/g)];
    expect(lit.map(([, number]) => number)).toEqual(checked.map(([, number]) => number));
    expect(lit.length).toBeGreaterThan(1);
    expect(picture).toContain('<g class="ahead">');
  });

  it('is in the README, with what it says for those who do not see it', () => {
    const [, title] = picture.match(/<title>(.*)<\/title>/) ?? [];
    expect(title).toMatch(/\d+ of its \d+ stages/);
    expect(project.get('README.md')).toContain(`![${title}](docs/roadmap.svg)`);
  });
});
