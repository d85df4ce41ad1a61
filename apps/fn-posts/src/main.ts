import { runUntilSignal } from '@foundnow/service';
import { fnPosts } from './service.ts';

await runUntilSignal(() => fnPosts.start(process.env));
