// The example's own script: what a portal may do with the simulator that portal.html embeds.
(() => {
  'use strict';
  const KEPT = 'portal-example:plans';
  const DRAFT = 'portal-example:draft';
  const MESSAGES = 12;
  const part = id => document.getElementById(id);
  const element = part('simulator');
  // The text of the plan that the page opened with.
  let first;
  let levers = [];
  // The plan's year, among those that are simulated.
  let year = 0;

  // ---- The portal's storage; a real one would ask its server.

  const kept = () => JSON.parse(localStorage.getItem(KEPT) || '[]');
  const keep = plans => localStorage.setItem(KEPT, JSON.stringify(plans));

  // ---- What is shown.

  function made(name, text, properties) {
    return Object.assign(document.createElement(name), { textContent: text }, properties);
  }

  function fill(place, parts) {
    while (place.firstChild) place.firstChild.remove();
    place.append(...parts);
  }

  const say = text => { part('said').textContent = text; };
  const failed = ({ code, message }) => say(`没有做成（${code}）：${message}`);

  function log(event, detail) {
    const list = part('log');
    list.insertBefore(made('li', `${event} ${JSON.stringify(detail, (_, value) => shortened(value))}`), list.firstChild);
    if (list.children.length > MESSAGES) list.lastChild.remove();
  }

  const shortened = value => (typeof value === 'string' && value.length > 60 ? `${value.slice(0, 30)}…（${value.length}）` : value);

  const rounded = value => (value === null ? '—' : value.toLocaleString('zh-CN', { maximumSignificantDigits: 4 }));

  function showPlans() {
    const items = kept().map(({ time, plan }) => {
      const item = document.createElement('li');
      const button = made('button', `取回 Restore · ${time}`, { type: 'button' });
      button.addEventListener('click', () => act(simulator => restore(simulator, plan, `已取回${time}的规划。`)));
      item.appendChild(button);
      return item;
    });
    fill(part('plans'), items);
  }

  function showFile(file) {
    const link = made('a', `${file.name}（${Math.ceil(file.size / 1024)} KB）`, { href: URL.createObjectURL(file), download: file.name });
    const item = document.createElement('li');
    item.appendChild(link);
    part('files').insertBefore(item, part('files').firstChild);
    say(`收到文件：${file.name}`);
  }

  async function showProjection(simulator) {
    const projection = await simulator.getProjection();
    year = projection.years.indexOf(projection.plan_year);
    part('base').textContent = `${projection.base_year}`;
    part('plan').textContent = `${projection.plan_year}`;
    const rows = projection.indicators.map(({ name, unit, base, median }) => {
      const row = document.createElement('tr');
      const head = made('th', name, { scope: 'row' });
      head.appendChild(made('small', unit));
      row.append(head, made('td', rounded(base)), made('td', rounded(median[year])));
      return row;
    });
    fill(part('projection'), rows);
    showLevers(projection.levers);
  }

  function showLevers(found) {
    const chosen = part('lever').value;
    levers = found;
    fill(part('lever'), levers.map(({ id, name }) => made('option', name, { value: id })));
    if (levers.some(({ id }) => id === chosen)) part('lever').value = chosen;
    showLever();
  }

  function showLever() {
    const lever = levers.find(({ id }) => id === part('lever').value);
    if (!lever) return;
    Object.assign(part('value'), { min: lever.minimum, max: lever.maximum });
    if (document.activeElement !== part('value')) part('value').value = lever.setting[year];
    part('unit').textContent = lever.unit;
  }

  // ---- What the buttons do.

  async function act(deed) {
    try {
      await deed(await element.simulator);
    } catch (error) {
      failed(error);
    }
  }

  async function restore(simulator, plan, done) {
    const { warnings } = await simulator.setPlan(plan);
    say([done, ...warnings].join(' '));
    await showProjection(simulator);
  }

  async function patch(simulator, value) {
    const lever = levers.find(({ id }) => id === part('lever').value);
    await simulator.patch([{ lever: lever.id, value }]);
    say(value === null ? `${lever.name}回到现状。` : `${lever.name}已调到${value}${lever.unit}。`);
  }

  const DEEDS = {
    async keep(simulator) {
      const { plan } = await simulator.getPlan();
      keep([{ time: new Date().toLocaleString('zh-CN'), plan }, ...kept()].slice(0, 5));
      showPlans();
      say('已存为一版。');
    },
    anew: simulator => restore(simulator, first, '已恢复原规划。'),
    async move(simulator) {
      const field = part('value');
      if (field.value === '' || !field.checkValidity()) return say(`请填${field.min}到${field.max}之间的数。`);
      await patch(simulator, Number(field.value));
    },
    back: simulator => patch(simulator, null),
    async export(simulator) { showFile(await simulator.exportAs(part('format').value)); },
  };

  document.querySelectorAll('[data-does]').forEach(button => {
    button.addEventListener('click', () => act(DEEDS[button.getAttribute('data-does')]));
  });
  part('lever').addEventListener('change', showLever);
  part('theme').addEventListener('change', ({ target }) => {
    document.documentElement.setAttribute('data-theme', target.value);
    act(simulator => simulator.setTheme(target.value));
  });
  part('language').addEventListener('change', ({ target }) => act(async simulator => {
    await simulator.setLanguage(target.value);
    await showProjection(simulator);
  }));

  // ---- What the page says. With `storage="host"` it keeps nothing: the portal does, and gives it back.

  ['ready', 'change', 'autosave', 'export', 'resize', 'error'].forEach(event => {
    element.addEventListener(`tuiyan-${event}`, ({ detail }) => log(event, detail));
  });
  element.addEventListener('tuiyan-ready', ({ detail }) => act(async simulator => {
    ({ plan: first } = await simulator.getPlan());
    const draft = localStorage.getItem(DRAFT);
    if (draft) await simulator.setPlan(draft);
    await showProjection(simulator);
    document.querySelectorAll('.portal-side [disabled]').forEach(control => { control.disabled = false; });
    say(`推演台${detail.version}已打开。`);
  }));
  element.addEventListener('tuiyan-autosave', ({ detail }) => {
    localStorage.setItem(DRAFT, detail.plan);
    act(showProjection);
  });
  element.addEventListener('tuiyan-export', ({ detail }) => showFile(detail.file));
  element.addEventListener('tuiyan-error', ({ detail }) => failed(detail));
  showPlans();
})();
