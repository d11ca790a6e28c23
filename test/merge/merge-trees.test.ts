import { describe, expect, it } from 'vitest';
import { type FileMerge, mergeTrees, type OwnFile } from '../../src/merge/merge-trees.ts';
import type { Tree, TreeFile } from '../../src/render/tree.ts';

type Files = Readonly<Record<string, string | TreeFile>>;
type Own = Readonly<Record<string, string | OwnFile>>;

const encode = (text: string) => new TextEncoder().encode(text);

function treeOf(files: Files): Tree {
  const all = Object.entries(files);
  return new Map(
    all.map(([path, it]) => [path, typeof it === 'string' ? { contents: it } : it] as const),
  );
}

/** What becomes of each path: its outcome, and its text where it is written. */
function merged(
  base: Files,
  ours: Own,
  theirs: Files,
  more: { moved?: Record<string, string>; restore?: readonly string[] } = {},
): Record<string, Omit<FileMerge, 'path' | 'bytes'> & { text?: string }> {
  const own = Object.entries(ours).map(
    ([path, it]) => [path, typeof it === 'string' ? { bytes: encode(it) } : it] as const,
  );
  const merges = mergeTrees({
    base: treeOf(base),
    ours: new Map(own),
    theirs: treeOf(theirs),
    label: 'add auth',
    moved: new Map(Object.entries(more.moved ?? {})),
    restore: new Set(more.restore),
  });
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return Object.fromEntries(
    merges.map(({ path, bytes, ...rest }) => [
      path,
      { ...rest, ...(bytes && { text: decoder.decode(bytes) }) },
    ]),
  );
}

const [x, y, mine] = ['let x;\n', 'let x;\nlet y;\n', 'let mine;\nlet x;\n'];

describe('what becomes of a file', () => {
  it.each<[string, string | undefined, string | undefined, string | undefined, object]>([
    ['nobody had', undefined, undefined, x, { outcome: 'created', text: x }],
    ['both have now, the same', undefined, x, x, { outcome: 'kept' }],
    ['nobody changed', x, x, x, { outcome: 'kept' }],
    ['only we changed', x, x, y, { outcome: 'updated', text: y }],
    ['only the user changed', x, mine, x, { outcome: 'kept' }],
    ['both changed to the same', x, y, y, { outcome: 'kept' }],
    ['both changed', x, mine, y, { outcome: 'merged', text: 'let mine;\nlet x;\nlet y;\n' }],
    ['we drop', x, x, undefined, { outcome: 'deleted' }],
    [
      ...(['we drop and the user changed', x, mine, undefined] as const),
      { outcome: 'kept', because: 'You changed it, so it is yours now.' },
    ],
    ['the user deleted', x, undefined, x, { outcome: 'absent' }],
    ['both deleted', x, undefined, undefined, { outcome: 'absent' }],
    [
      ...(['the user deleted and we changed', x, undefined, y] as const),
      {
        outcome: 'absent',
        because: 'You deleted it; --restore brings it back, with what is new.',
      },
    ],
  ])('that %s', (_, base, ours, theirs, expected) => {
    const at = (text: string | undefined) => (text === undefined ? {} : { 'src/a.ts': text });
    expect(merged(at(base), at(ours), at(theirs))).toEqual({ 'src/a.ts': expected });
  });

  it('that the user deleted comes back when they want it', () => {
    const restored = merged({ a: x }, {}, { a: x }, { restore: ['a'] });
    expect(restored).toEqual({ a: { outcome: 'created', text: x } });
  });

  it('that both have now differently is in conflict, but not in the lines that are the same', () => {
    expect(merged({}, { 'a.sql': 'a\nb\nc\n' }, { 'a.sql': 'a\nd\nc\n' })['a.sql']?.text).toBe(
      'a\n<<<<<<< yours\nb\n||||||| before\n=======\nd\n>>>>>>> add auth\nc\n',
    );
  });

  it('that both changed in one place has the three versions, named so that one understands', () => {
    const result = merged({ a: 'one\n' }, { a: '\uFEFFmine\r\n' }, { a: 'other\n' });
    expect(result.a).toEqual({
      outcome: 'conflicted',
      text: [
        ...['\uFEFF<<<<<<< yours', 'mine', '||||||| before', 'one', '=======', 'other'],
        ...['>>>>>>> add auth', ''],
      ].join('\r\n'),
      conflict: { base: '\uFEFFone\r\n', ours: '\uFEFFmine\r\n', theirs: '\uFEFFother\r\n' },
    });
  });

  it('of JSON never has markers: the user’s value stays and is listed', () => {
    const [base, ours, theirs] = ['{ "a": 1 }\n', '{ "a": 2 }\n', '{ "a": 3 }\n'];
    expect(merged({ 'a.json': base }, { 'a.json': ours }, { 'a.json': theirs })['a.json']).toEqual({
      outcome: 'conflicted',
      conflict: { base, ours, theirs, values: [{ path: ['a'], base: 1, ours: 2, theirs: 3 }] },
    });
  });

  it('that is no JSON any more is left alone, and said to be so', () => {
    const result = merged({ 'a.json': '{}\n' }, { 'a.json': '{' }, { 'a.json': '{ "a": 1 }\n' });
    expect(result['a.json']).toMatchObject({ outcome: 'conflicted', because: /not JSON/ });
    expect(result['a.json']?.text).toBeUndefined();
  });

  it('is never merged as text when it is none', () => {
    const bytes = new Uint8Array([0, 255, 10]);
    const because = 'It is not text, so what is new in it was left out.';
    expect(merged({ a: x }, { a: { bytes } }, { a: y }).a).toEqual({ outcome: 'kept', because });
    const link = { bytes: encode(x), kind: 'symlink' as const };
    expect(merged({ a: x }, { a: link }, { a: y }).a).toEqual({ outcome: 'kept', because });
    expect(merged({ a: x }, { a: link }, {}).a?.outcome).toBe('kept');
  });

  it.each(['sql', 'json'])(
    'stays when it is a migration in %s, whatever its layer becomes',
    (type) => {
      const [path, other] = [`migrations/07-accounts.up.${type}`, `migrations/07-users.up.${type}`];
      const [contents, edited] = ['[{ "create": "accounts" }]\n', '[{ "create": "mine" }]\n'];
      const stays = { outcome: 'kept', because: 'A migration stays: it may have been applied.' };
      expect(merged({ [path]: contents }, { [path]: contents }, {})[path]).toEqual(stays);
      expect(merged({ [path]: contents }, { [path]: edited }, {})[path]?.outcome).toBe('kept');
      const moved = { moved: { [path]: other } };
      const result = merged(
        { [path]: contents },
        { [path]: contents },
        { [other]: contents },
        moved,
      );
      expect(result[path]).toEqual(stays);
      expect(result[other]).toEqual({ outcome: 'created', text: contents });
    },
  );

  it('stays when it is .env', () => {
    expect(merged({ '.env': x }, { '.env': x }, { '.env': y })['.env']?.outcome).toBe('kept');
  });

  it('keeps the user’s mode, and gets ours where only we changed it', () => {
    const run = { contents: x, executable: true };
    const own = (executable: boolean) => ({ bytes: encode(x), executable });
    expect(merged({}, {}, { a: run }).a).toEqual({ outcome: 'created', text: x, executable: true });
    expect(merged({ a: x }, { a: own(false) }, { a: run }).a).toEqual({
      outcome: 'updated',
      executable: true,
    });
    expect(merged({ a: run }, { a: own(false) }, { a: run }).a).toEqual({ outcome: 'kept' });
    expect(merged({ a: x }, { a: own(true) }, { a: y }).a).toMatchObject({ executable: true });
  });

  it('of a README that was written anew is left alone', () => {
    const paragraphs = ['one', 'two', 'three', 'four'].map((it) => `${it} of ours\n`).join('\n');
    const result = merged(
      { 'README.md': paragraphs },
      { 'README.md': 'Ask Kim.\n' },
      { 'README.md': paragraphs.replace('two', 'TWO') },
    );
    expect(result['README.md']).toEqual({
      outcome: 'kept',
      because: 'You wrote it anew, so what is new was left out.',
    });
  });
});

describe('a file that is somewhere else now', () => {
  const lines = (words: string) =>
    words
      .split(' ')
      .map((it) => `let ${it};\n`)
      .join('');
  const old = lines('a b c d e f g h');
  const next = lines('a b c d e f g h i');

  it('carries edits along when we moved it', () => {
    const own = lines('mine a b c d e f g h');
    const result = merged(
      { 'a.ts': old },
      { 'a.ts': own },
      { 'b/a.ts': next },
      { moved: { 'a.ts': 'b/a.ts' } },
    );
    expect(result).toEqual({
      'a.ts': { outcome: 'deleted', because: 'It is b/a.ts now.' },
      'b/a.ts': { outcome: 'merged', text: lines('mine a b c d e f g h i') },
    });
  });

  it('moves as it is when nothing changed in it', () => {
    const own = lines('mine a b c d e f g h');
    const moved = { moved: { 'a.ts': 'b.ts' } };
    const result = merged({ 'a.ts': old }, { 'a.ts': own }, { 'b.ts': old }, moved);
    expect(result['b.ts']).toMatchObject({ text: own });
  });

  it('stays deleted when we moved what the user had deleted', () => {
    const moved = { moved: { 'a.ts': 'b.ts' } };
    const result = merged({ 'a.ts': old }, {}, { 'b.ts': next }, moved);
    expect(result['b.ts']?.outcome).toBe('absent');
  });

  it('is merged where the user put it', () => {
    const own = lines('a b c mine e f g h');
    const result = merged({ 'a.ts': old }, { 'other.ts': own }, { 'a.ts': next });
    expect(result).toEqual({
      'a.ts': { outcome: 'absent', because: 'It is other.ts now.' },
      'other.ts': { outcome: 'merged', text: lines('a b c mine e f g h i') },
    });
  });

  it('is not taken for another file that has less than half of its lines', () => {
    const own = lines('a b c v w x y z');
    const result = merged({ 'a.ts': old }, { 'other.ts': own }, { 'a.ts': next });
    expect(Object.keys(result)).toEqual(['a.ts']);
    expect(result['a.ts']?.outcome).toBe('absent');
  });
});

describe('changes that touch each other', () => {
  const merge = (path: string, base: string, ours: string, theirs: string) =>
    merged({ [path]: base }, { [path]: ours }, { [path]: theirs })[path];

  it('are both kept in code, ours first, the user’s after it', () => {
    const result = merge('a.ts', 'f({\n});\n', 'f({\n  mine,\n});\n', 'f({\n  auth,\n});\n');
    expect(result).toEqual({ outcome: 'merged', text: 'f({\n  auth,\n  mine,\n});\n' });
  });

  it('are a conflict where the result would not parse', () => {
    const result = merge('a.ts', 'f(1,\n2);\n', 'f(1,\n2\n.a);\n', 'f(1,\n2 +\n);\n');
    expect(result?.outcome).toBe('conflicted');
  });

  it('are a conflict where one is inside of the other', () => {
    const [base, inside] = ['a();\nb();\nc();\n', 'a();\nmine();\nb();\nc();\n'];
    expect(merge('a.ts', base, inside, 'c();\n')?.outcome).toBe('conflicted');
    expect(merge('a.ts', base, inside, 'd();\nc();\n')?.outcome).toBe('conflicted');
    expect(merge('a.ts', base, 'a();\nc();\n', 'a();\nd();\ne();\n')?.outcome).toBe('conflicted');
    expect(merge('a.ts', base, 'a();\nc();\n', 'c();\n')).toEqual({
      outcome: 'merged',
      text: 'c();\n',
    });
  });

  it.each([
    ['an import', '\n', "import { a } from 'a';\n\n", "import { a } from 'b';\n\n"],
    ['a key', 'f({\n});\n', 'f({\n  a: 1,\n});\n', 'f({\n  a: 2,\n});\n'],
    ['a declaration', 'f();\n', 'const a = 1;\nf();\n', 'const a = 2;\nf();\n'],
  ])('are a conflict where both name %s the same', (_, base, ours, theirs) => {
    expect(merge('a.ts', base, ours, theirs)?.outcome).toBe('conflicted');
  });

  it('put an import once that both added, wherever they put it', () => {
    const [base, line] = ["import 'a';\nimport 'b';\nf();\n", "import { x } from 'x';\n"];
    const result = merge('a.ts', base, `${line}${base}`, base.replace('f', `${line}f`));
    expect(result).toEqual({ outcome: 'kept' });
  });

  it('put imports that both added at one point in their order, as the linter wants them', () => {
    const line = (name: string) => `import { ${name} } from './${name}.ts';\n`;
    const file = (...names: readonly string[]) => `${names.map(line).join('')}\na();\n`;
    const [base, ours] = [file('a', 'z'), file('a', 'm', 'z')];
    expect(merge('a.ts', base, ours, file('a', 'b', 'x', 'z'))?.text).toBe(
      file('a', 'b', 'm', 'x', 'z'),
    );
    expect(merge('a.ts', base, file('a', 'y', 'b', 'z'), file('a', 'm', 'z'))?.text).toBe(
      file('a', 'm', 'y', 'b', 'z'),
    );
  });

  it('are a conflict that lines alone would not show, where a name is declared twice', () => {
    const base = 'f();\ng();\nh();\ni();\n';
    const result = merge('a.ts', base, `const a = 1;\n${base}`, `${base}const a = 2;\n`);
    expect(result?.outcome).toBe('conflicted');
  });

  it('are both kept in prose and in YAML, where that is right', () => {
    expect(merge('a.md', 'a\n', 'a\n\nmine\n', 'a\n\nauth\n')?.text).toBe('a\n\nauth\n\nmine\n');
    const yaml = (services: string) => `services:\n${services}`;
    const [app, db, mail] = ['app', 'db', 'mail'].map((it) => `  ${it}:\n    image: ${it}\n`);
    const compose = [yaml(`${app}`), yaml(`${app}${mail}`), yaml(`${app}${db}`)] as const;
    expect(merge('compose.yaml', ...compose)?.text).toBe(yaml(`${app}${db}${mail}`));
    const other = db?.replace('image: db', 'image: mine');
    const twice = [yaml(`${app}`), yaml(`${app}${other}`), yaml(`${app}${db}`)] as const;
    expect(merge('compose.yaml', ...twice)?.outcome).toBe('conflicted');
  });

  it('are both kept in a page where every element ends, and no id is there twice', () => {
    const page = (inside: string) => `<main>\n${inside}</main>\n`;
    const [mine, auth] = ['<p id="a">mine</p>\n', '<form id="b">\n<input>\n</form>\n'];
    expect(merge('a.html', page(''), page(mine), page(auth))?.text).toBe(page(auth + mine));
    const broken = '<form>\n</main>\n<main>\n';
    expect(merge('a.html', page(''), page(mine), page(broken))?.outcome).toBe('conflicted');
    const again = '<b id="a"></b>\n';
    expect(merge('a.html', page(''), page(mine), page(again))?.outcome).toBe('conflicted');
  });

  it('are both kept in a style sheet where every block ends', () => {
    const [mine, auth] = ['.a {\n  b: c;\n}\n', '.d {\n  e: f;\n}\n'];
    expect(merge('a.css', 'g {\n}\n', `${mine}g {\n}\n`, `${auth}g {\n}\n`)?.text).toBe(
      `${auth}${mine}g {\n}\n`,
    );
  });

  it('are a conflict in languages that nothing here can judge', () => {
    expect(merge('a.sql', 'a;\n', 'a;\nmine;\n', 'a;\nauth;\n')?.outcome).toBe('conflicted');
  });
});

describe('files whose entries stand for themselves', () => {
  it('get and lose entries of ours among the user’s, whose order stays', () => {
    const result = merged(
      { '.gitignore': 'node_modules/\ndist/\nold/\n' },
      { '.gitignore': '# mine\nold/\n\ndist/\nnode_modules/\n*.tmp\n' },
      { '.gitignore': 'node_modules/\ndist/\n.data/\n' },
    );
    expect(result['.gitignore']?.text).toBe('# mine\n\ndist/\n.data/\nnode_modules/\n*.tmp\n');
  });

  it('keep variables that the user changed, also when we drop them', () => {
    const [port, redis] = ['# Where.\nPORT=3000\n', '# Cache.\n# REDIS_URL=redis://x\n'];
    const result = merged(
      { '.env.example': `${port}\n${redis}` },
      { '.env.example': '# Where.\r\nPORT=8080\r\nMY=1\r\n\r\n# Cache.\r\nREDIS_URL=redis://mine' },
      { '.env.example': `${port}\n# Key.\nKEY=\n` },
    );
    expect(result['.env.example']?.text).toBe(
      '# Where.\r\nPORT=8080\r\nMY=1\r\n\r\n# Key.\r\nKEY=\r\n\r\n# Cache.\r\nREDIS_URL=redis://mine',
    );
  });
});

describe('how the user writes', () => {
  it.each([
    ['line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['no line end at the end', (text: string) => text.trimEnd()],
    ['tabs', (text: string) => text.replaceAll('  ', '\t')],
    ['wider indentation', (text: string) => text.replaceAll('  ', '    ')],
    ['double quotes', (text: string) => text.replaceAll("'", '"')],
    ['no semicolons', (text: string) => text.replaceAll(/;$/gm, '')],
  ])('stays: %s', (_, write) => {
    const file = (inside: string) => `f({\n  a: {\n    b: 'c',\n  },\n${inside}});\nf('d');\n`;
    const [base, theirs] = [file(''), file("  auth: { e: 'f' },\n")];
    const unedited = merged({ 'a.ts': base }, { 'a.ts': write(base) }, { 'a.ts': theirs });
    expect(unedited['a.ts']).toEqual({ outcome: 'updated', text: write(theirs) });
    const own = write(`g();\n${base}`);
    const edited = merged({ 'a.ts': base }, { 'a.ts': own }, { 'a.ts': theirs });
    expect(edited['a.ts']).toEqual({ outcome: 'merged', text: write(`g();\n${theirs}`) });
    expect(merged({ 'a.ts': base }, { 'a.ts': write(base) }, {})['a.ts']?.outcome).toBe('deleted');
  });

  it('stays line by line where the line ends are mixed', () => {
    const result = merged(
      { a: '1\n2\n3\n4\n' },
      { a: '0\n1\r\n2\n3\n4\n' },
      { a: '1\n2\n3\n4\n5\n' },
    );
    expect(result.a?.text).toBe('0\n1\r\n2\n3\n4\n5\n');
  });
});
