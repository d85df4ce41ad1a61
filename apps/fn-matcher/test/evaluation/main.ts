import { parseArgs } from 'node:util';
import { openKnowledge } from '../../src/knowledge.module.ts';
import { readPosts } from '../training/read-posts.ts';
import { PairFile } from './pair-file.ts';
import { Pipeline } from './pipeline.ts';
import { openScratch } from './scratch.ts';

const HELP = `main.ts --data DIR --out FILE [--model FILE] [--candidates 2000]
Takes DIR/posts.jsonl in as events would bring them, into a database of its own, and scores every lost post against all
that the search brings up for it: one ["lostId","foundId",probability] per line of FILE. Says how it went as JSON.
npm run eval:matcher judges what comes out.`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      out: { type: 'string' },
      model: { type: 'string' },
      candidates: { type: 'string', default: '2000' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help || values.data === undefined || values.out === undefined) {
    console.log(HELP);
    return values.help ? 0 : 64;
  }
  const say = (text: string) => console.error(text);
  const posts = await readPosts(values.data);
  const scratch = await openScratch(say);
  try {
    // From 0 on: how they rank is asked, not only what is shown.
    const tiers = { MATCHER_NOTIFY_FROM: 0.85, MATCHER_SHOW_FROM: 0.7, MATCHER_REVIEW_FROM: 0 };
    const knowledge = openKnowledge({
      ...tiers,
      MATCHER_MODEL: values.model?.replace(/\.json$/, '') ?? 'v1',
      MATCHER_SIGNALS_OFF: [],
    });
    const pipeline = new Pipeline(scratch.database, knowledge, Number(values.candidates), say);
    const pairs = new PairFile(values.out);
    console.log(JSON.stringify(await pipeline.run(posts, pairs)));
    await pairs.close();
    return 0;
  } finally {
    await scratch.close();
  }
}

process.exitCode = await main();
