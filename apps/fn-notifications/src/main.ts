import { runUntilSignal } from '@foundnow/service';
import { fnNotifications } from './service.ts';

await runUntilSignal(() => fnNotifications.start(process.env));
