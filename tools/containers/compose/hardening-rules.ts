import { pinProblem } from '../image-reference.ts';
import { isJob } from './compose-file.ts';
import { perService, unless } from './compose-rule.ts';

export const hardeningRules = [
  perService('image-pinned', 'images have an exact tag and its digest, or are built here', ({ image, build }) => [
    image === undefined ? unless(build !== undefined, 'has neither an image nor a build') : pinProblem(image),
    unless(image === undefined || build === undefined, 'has an image and a build: one of them is never used'),
  ]),

  perService('not-root', 'nothing runs as root or can become it', ({ build, user, ...service }) => [
    unless(build !== undefined || /^[1-9]\d*:\d+$/.test(user ?? ''), 'needs user: with numbers, not root'),
    unless(service.cap_drop.includes('ALL'), 'needs cap_drop: [ALL]'),
    unless(service.cap_add.length === 0, 'takes capabilities back'),
    unless(service.security_opt.includes('no-new-privileges:true'), 'needs security_opt: [no-new-privileges:true]'),
    unless(!service.privileged, 'is privileged'),
  ]),

  perService('read-only', 'a container writes into its volumes and memory only', ({ read_only: readOnly }) => [
    unless(readOnly, 'needs read_only: true, and tmpfs or a volume for what it writes'),
  ]),

  perService('limits', 'no container can take the machine from the others', (service) => [
    unless(service.mem_limit !== undefined, 'needs mem_limit'),
    unless(service.cpus !== undefined, 'needs cpus'),
    unless(service.pids_limit !== undefined, 'needs pids_limit'),
    unless(service.logging?.options['max-size'] !== undefined, 'needs a log that does not grow: logging, max-size'),
  ]),

  perService('restart', 'what ended comes back, except jobs', ({ restart, init, build, ...service }) => [
    unless(restart === 'unless-stopped' || restart === 'no', "needs restart: unless-stopped, or 'no' for a job"),
    unless(build === undefined || init, 'needs init: true: a signal before the program listens to it must end it'),
    unless(restart !== 'no' || service.ports.length === 0, 'is a job with ports'),
  ]),

  perService('health-check', 'everything that goes on running says how it is', (service) => {
    const { healthcheck, build } = service;
    if (isJob(service)) return [unless(healthcheck?.disable === true, 'is a job: healthcheck: { disable: true }')];
    const told = healthcheck?.disable !== true && (build !== undefined || healthcheck?.test?.[0] === 'CMD');
    return [unless(told, 'needs healthcheck.test: [CMD, …], or an image of ours, which has one')];
  }),
];
