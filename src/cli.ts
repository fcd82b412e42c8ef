import { Argument, Command, CommanderError } from 'commander';
import { classify, stories } from './cli/classify.ts';
import { doctor } from './cli/doctor.ts';
import { evaluate } from './cli/eval.ts';
import { learnFrom } from './cli/learn.ts';
import { measures } from './cli/measures.ts';
import { poll } from './cli/poll.ts';
import { read } from './cli/read.ts';
import { reclassify } from './cli/reclassify.ts';
import { type ReportTask, reports, reportTasks } from './cli/reports.ts';
import { search } from './cli/search.ts';
import { listSources } from './cli/sources.ts';
import { story } from './cli/story.ts';
import { Refusal, type Terminal } from './cli/terminal.ts';
import { ConfigError, loadConfig } from './config.ts';
import { ReadFailure } from './domain/failure.ts';
import { UnknownSource, version } from './installation.ts';
import { styleOf } from './ops/style.ts';
import { DatabaseError } from './store/sqlite.ts';

const terminal: Terminal = {
  config: () => loadConfig(process.env),
  write: (text) => process.stdout.write(text),
  input: process.stdin,
  style: styleOf(process.stdout, process.env),
};

const program = new Command('wire')
  .description('Ministry Wire from a terminal: to try, to debug, to script and to check.')
  .version(version)
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'wire: ')) });

program
  .command('poll')
  .description('poll the sources, and print alerts as a person reads them')
  .argument('[ids...]', 'sources to poll (default: all)')
  .option('--once', 'one pass over the sources, due or not, then stop')
  .option('--json', 'alerts as JSON Lines')
  .action((ids: string[], options) => poll(ids, options, terminal));

program
  .command('read')
  .description('show what a reader sees in a listing, or in an article with the verdict on it')
  .argument('<source-or-url>', 'id of a source, or the address of an article')
  .option('--file <path>', 'read this file instead of the site')
  .option('--json', 'as JSON Lines')
  .action((target: string, options) => read(target, options, terminal));

program
  .command('classify')
  .description('judge texts: JSON Lines in (id, title, text, lang?, date?, url?), one line out each')
  .action(() => classify(terminal));

program
  .command('stories')
  .description('as classify, for items in the order of time; adds the story each belongs to')
  .action(() => stories(terminal));

program
  .command('eval')
  .description('judge the texts of a file in the gold format, and score the verdicts')
  .argument('<file>', 'JSON Lines: texts, with what is right about each')
  .option('--json', 'as one JSON object')
  .action((file: string, options) => evaluate(file, options, terminal));

program
  .command('learn')
  .description('learn from labelled texts what news of export licences reads like, and say how right that is')
  .argument('<files...>', 'JSON Lines in the gold format')
  .option('--write <file>', 'where to put the weights')
  .action((files: string[], options) => learnFrom(files, options, terminal));

program
  .command('reclassify')
  .description('judge archived texts again: what this version would understand otherwise')
  .option('--dry-run', 'print what would change')
  .option('--apply', 'record the changed facts, and tell nobody')
  .option('--days <number>', 'how far back, by the day of publication', '90')
  .option('--json', 'as JSON Lines')
  .action((options) => reclassify(options, terminal));

program
  .command('reports')
  .description('what people said is wrong: list it, confirm or dismiss it, export what was confirmed')
  .addArgument(new Argument('[task]', 'what to do').choices(reportTasks).default('list'))
  .argument('[id]', 'the report to confirm or dismiss')
  .option('--all', 'list settled reports, too')
  .option('--action <action>', 'confirm: what was really done')
  .option('--fact <name=value...>', 'confirm: what is really stated, `none` for nothing')
  .option('--irrelevant', 'confirm: the text is not about export licences')
  .action((task: ReportTask, id: string | undefined, options) => reports(task, id, options, terminal));

program
  .command('story')
  .description('one story and its pages (or the newest stories); merge two, or split pages off')
  .argument('[task]', 'show, merge or split; left out: show')
  .argument('[ids...]', 'show ID | merge ID INTO-ID | split ID ITEM[/PART]…')
  .option('--because <words>', 'merge, split: why, kept with the pages')
  .action((task: string | undefined, ids: string[], options) => story(task, ids, options, terminal));

program
  .command('sources')
  .description('list the catalogue: what is read, and what waits to be named in SOURCES')
  .option('--retired', 'addresses that are known to be of no use, and what replaces them')
  .option('--json', 'as JSON Lines')
  .action((options) => listSources(options, terminal));

program
  .command('measures')
  .description('the measures that the archive knows of, and their status on a day')
  .option('--on <date>', 'the day, such as 2031-11-10 (default: today in Beijing)')
  .option('--good <name>', 'only measures on this good: samarium, 钐, Sm')
  .option('--code <code>', 'only measures that name this control code or customs code')
  .option('--json', 'as JSON Lines')
  .action((options) => measures(options, terminal));

program
  .command('search')
  .description('find archived texts by their words, the newest first; words in quotes are one phrase')
  .argument('[words...]', 'every one must be found; names of goods and countries also in the other language')
  .option('--good <name>', 'only texts about this good')
  .option('--since <date>', 'published on this day or later: 2031-11-10, 2031-11')
  .option('--until <date>', 'published on this day or before')
  .option('--all', 'also texts that tell no story')
  .option('--limit <number>', 'at most so many', '20')
  .option('--json', 'as JSON Lines')
  .action((words: string[], options) => search(words, options, terminal));

program
  .command('doctor')
  .description('say what is wrong with this installation, and what to do')
  .action(() => doctor(terminal));

/** What a user can mend is said in one sentence; what only we can mend keeps its stack. */
function exitStatusFor(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Refusal || error instanceof ConfigError || error instanceof UnknownSource) {
    process.stderr.write(`wire: ${error.message}\n`);
    return 2;
  }
  if (error instanceof ReadFailure) {
    process.stderr.write(`wire: ${error.message} [${error.reason}]\n${error.advice}\n`);
    return 1;
  }
  if (error instanceof DatabaseError) {
    process.stderr.write(`wire: ${error.message}\n`);
    return 1;
  }
  process.stderr.write(`wire: ${error instanceof Error ? error.stack : String(error)}\n`);
  return 1;
}

// A reader such as `head` that has seen enough is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await program.parseAsync(process.argv);
} catch (error) {
  process.exitCode = exitStatusFor(error);
}
