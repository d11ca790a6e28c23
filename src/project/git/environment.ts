/** Set by git itself while a hook of it runs; they would lead us into another repository. */
const leadingElsewhere = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_COMMON_DIR',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_NAMESPACE',
  'GIT_PREFIX',
];

/** What is added to our own environment when git is started; undefined takes a variable out. */
export const gitEnvironment: Readonly<Record<string, string | undefined>> = {
  ...Object.fromEntries(leadingElsewhere.map((name) => [name, undefined])),
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
};
