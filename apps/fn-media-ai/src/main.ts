import { runUntilSignal } from '@foundnow/service';
import { fnMediaAi } from './service.ts';

await runUntilSignal(() => fnMediaAi.start(process.env));
