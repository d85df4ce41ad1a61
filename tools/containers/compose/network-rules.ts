import type { ComposeFile } from './compose-file.ts';
import { type ComposeRule, perService, unless } from './compose-rule.ts';

const PORT = /^(?<host>[\d.]+|\[[\da-f:]+\]):(?<published>\d+):\d+(?:\/\w+)?$/;

export const networkRules: readonly ComposeRule[] = [
  perService('ports-on-loopback', 'ports are published to this machine only', ({ ports }) =>
    ports.map((port) =>
      unless(PORT.exec(port)?.groups?.['host'] === '127.0.0.1', `${port} must begin with 127.0.0.1:`),
    ),
  ),

  {
    name: 'ports-differ',
    about: 'no two services publish the same port, whatever the profile',
    problems: ({ services }) => {
      const all = Object.entries(services).flatMap(([where, { ports }]) =>
        ports.map((port) => ({ where, port: PORT.exec(port)?.groups?.['published'] })),
      );
      return all.flatMap(({ where, port }, index) => {
        const first = all.findIndex((each) => each.port === port);
        const what = `publishes ${port}, as ${all[first]?.where} does`;
        return first === index ? [] : [{ rule: 'ports-differ', where, what }];
      });
    },
  },

  perService(
    'networks',
    'services meet on an internal network, and leave it only to publish a port',
    (service, _, compose) => {
      const { networks, network_mode: mode, ports, build } = service;
      const unknown = networks.filter((network) => compose.networks[network] === undefined);
      const leaves = networks.some((network) => compose.networks[network]?.internal === false);
      return [
        ...unknown.map((network) => `is on ${network}, which does not exist`),
        unless(networks.length > 0 || mode === 'none', 'names no network, and is on the default one then'),
        unless(ports.length === 0 || leaves, 'publishes a port, which an internal network does not do'),
        unless(!leaves || ports.length > 0 || build !== undefined, 'reaches the world without a need'),
      ];
    },
  ),

  perService(
    'volumes',
    'volumes are declared; from the checkout comes only docker/, read-only',
    ({ volumes }, _, compose) => volumes.map((volume) => volumeProblem(volume, compose)),
  ),
];

function volumeProblem(volume: string, compose: ComposeFile): string | undefined {
  const [source = '', , mode] = volume.split(':');
  if (source.startsWith('./docker/')) return unless(mode === 'ro', `${volume} must end in :ro`);
  return unless(compose.volumes[source] !== undefined, `${source} is not a declared volume`);
}
