#!/usr/bin/env node
import { readFileSync } from 'node:fs';

const words = process.argv.slice(2);
const end = words.indexOf('--');
const said = new Set(end === -1 ? words : words.slice(0, end));

// These two answer at once, without loading the program.
if (said.has('--help') || said.has('-h')) {
  console.log(`create-backend-roadmap: a TypeScript backend with exactly the layers you have reached

  create-backend-roadmap [dir]            create a project; asks only what is not said
  create-backend-roadmap add <layer…>     grow the project in this folder
  create-backend-roadmap remove <layer…>  take layers out again
  create-backend-roadmap update           to this version's templates
  create-backend-roadmap status           what is selected, edited, mergeable
  create-backend-roadmap diff [layer]     your edits, or a layer, as a patch
  create-backend-roadmap undo             take the last step back, byte for byte
  create-backend-roadmap continue|abort   after conflicts
  create-backend-roadmap stages           the roadmap with its layers and choices

How far (one of them)
  --reached <1-11 | name>   every stage up to it, with its default layers
  --layers <a,b>            exactly these, and what they require
  --preset <name>           minimal, portfolio, workshop or everything
  --from <roadmap.json | -> the recorded answers of another project; - is standard input
  --without <a,b>           all but these

Which of each
  --http <value>  --database <value>  --web <value>   see: create-backend-roadmap stages

How
  --pm npm|pnpm|yarn|bun    package manager; the one that started us
  --no-install              do not install the dependencies
  --no-git                  no repository and no first commit
  --history                 one commit and one tag for each stage
  --yes, -y                 defaults for all that is not said
  --dry-run                 show what would be written, write nothing
  --json                    one JSON object on standard output, all else on standard error
  --quiet                   say only what went wrong
  --no-color                no colours (or NO_COLOR=1)
  --version, --help

Growing (add, remove, update; --dry-run, --no-install and --json too)
  --force                   even where not all is committed; undo: where files were changed since
  --commit                  commit exactly what changed
  --restore <path,…>        bring deleted files back (add, update)
  --incoming                only put the new files into .roadmap/incoming (update)

Exit codes: 0 done, 1 a mistake of ours, 2 refused, 3 done with unfinished steps,
4 merged with conflicts, 130 cancelled`);
} else if (said.has('--version') || said.has('-v')) {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  console.log(JSON.parse(manifest).version);
} else {
  // Until the program itself listens, nothing has been made that could be left behind.
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      if (process.listenerCount(signal) === 1) process.exit(130);
    });
  }
  await import('../dist/cli.js');
}
