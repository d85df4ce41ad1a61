const list = document.getElementById('services');
const summary = document.getElementById('summary');
const template = document.getElementById('service');

async function refresh() {
  try {
    const answer = await fetch('/status.json', { cache: 'no-store' });
    show(await answer.json());
  } catch {
    summary.textContent = 'The stack does not answer: it has stopped, or is starting. Trying again …';
  }
}

function show(status) {
  const ready = status.services.filter((service) => service.ready).length;
  summary.textContent = `${ready} of ${status.services.length} services are ready. Event bus: ${status.eventBus}. Database: ${status.database}.`;
  document.getElementById('example').textContent = status.example;
  list.replaceChildren(...status.services.map(card));
}

function card(service) {
  const item = template.content.cloneNode(true);
  const set = (selector, text) => (item.querySelector(selector).textContent = text);
  set('.name', service.name);
  set('.about', service.about);
  set('.state', service.ready ? 'ready' : 'not ready');
  item.querySelector('.state').classList.add(service.ready ? 'ready' : 'down');
  set(
    '.received',
    service.received === null ? '' : `${service.received} ${service.received === 1 ? 'report' : 'reports'} received`,
  );
  set('.dependencies', service.dependencies.map(({ name, state }) => `${name} ${state}`).join(' · '));
  item.querySelector('.docs').href = `${service.url}/api/docs`;
  item.querySelector('.health').href = `${service.url}/health/ready`;
  item.querySelector('.metrics').href = `${service.url}/metrics`;
  return item;
}

await refresh();
setInterval(() => void refresh(), 2000);
