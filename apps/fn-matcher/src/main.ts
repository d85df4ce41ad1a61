import { runUntilSignal } from '@foundnow/service';
import { fnMatcher } from './service.ts';

await runUntilSignal(() => fnMatcher.start(process.env));
