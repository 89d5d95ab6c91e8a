// The example's own script: what a portal may do with the simulator that portal.html embeds.
(() => {
  'use strict';
  const KEPT = 'portal-example:plans';
  const DRAFT = 'portal-example:draft';
  const MESSAGES = 12;
  /** @typedef {HTMLElement & HTMLInputElement & HTMLSelectElement} Part any of them; portal.html says which */
  /** @param {string} id */
  const part = id => /** @type {Part} */ (document.getElementById(id));
  const element = /** @type {Tuiyan.SimulatorElement} */ (document.getElementById('simulator'));
  // The text of the plan that the page opened with.
  /** @type {string} */
  let first;
  /** @type {Tuiyan.Lever[]} */
  let levers = [];
  // The plan's year, among those that are simulated.
  let year = 0;

  // ---- The portal's storage; a real one would ask its server.

  /** @typedef {{ time: string, plan: string }} Version of a plan */
  /** @type {() => Version[]} */
  const kept = () => JSON.parse(localStorage.getItem(KEPT) || '[]');
  /** @param {Version[]} plans */
  const keep = plans => localStorage.setItem(KEPT, JSON.stringify(plans));

  // ---- What is shown.

  /**
   * @template {keyof HTMLElementTagNameMap} Name
   * @param {Name} name
   * @param {string} text
   * @param {Partial<HTMLElementTagNameMap[Name]>} [properties]
   * @returns {HTMLElementTagNameMap[Name]}
   */
  function made(name, text, properties) {
    return Object.assign(document.createElement(name), { textContent: text }, properties);
  }

  /**
   * @param {Element} place
   * @param {Element[]} parts
   */
  function fill(place, parts) {
    while (place.firstChild) place.firstChild.remove();
    place.append(...parts);
  }

  /** @param {string} text */
  const say = text => { part('said').textContent = text; };
  /** @param {{ code: string, message: string }} error */
  const failed = ({ code, message }) => say(`没有做成（${code}）：${message}`);

  /**
   * @param {string} event
   * @param {unknown} detail
   */
  function log(event, detail) {
    const list = part('log');
    list.insertBefore(made('li', `${event} ${JSON.stringify(detail, (_, value) => shortened(value))}`), list.firstChild);
    if (list.lastChild && list.children.length > MESSAGES) list.lastChild.remove();
  }

  /** @param {unknown} value */
  const shortened = value => (typeof value === 'string' && value.length > 60 ? `${value.slice(0, 30)}…（${value.length}）` : value);

  /** @param {number | null} value */
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

  /** @param {File} file */
  function showFile(file) {
    const link = made('a', `${file.name}（${Math.ceil(file.size / 1024)} KB）`, { href: URL.createObjectURL(file), download: file.name });
    const item = document.createElement('li');
    item.appendChild(link);
    part('files').insertBefore(item, part('files').firstChild);
    say(`收到文件：${file.name}`);
  }

  /** @param {Tuiyan.Simulator} simulator */
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

  /** @param {Tuiyan.Lever[]} found */
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
    if (document.activeElement !== part('value')) part('value').value = String(lever.setting[year]);
    part('unit').textContent = lever.unit;
  }

  // ---- What the buttons do.

  /** @typedef {(simulator: Tuiyan.Simulator) => Promise<void> | void} Deed */

  /** @param {Deed} deed */
  async function act(deed) {
    try {
      await deed(await element.simulator);
    } catch (error) {
      failed(/** @type {Tuiyan.TuiyanError} */ (error));
    }
  }

  /**
   * @param {Tuiyan.Simulator} simulator
   * @param {string} plan
   * @param {string} done
   */
  async function restore(simulator, plan, done) {
    const { warnings } = await simulator.setPlan(plan);
    say([done, ...warnings].join(' '));
    await showProjection(simulator);
  }

  /**
   * @param {Tuiyan.Simulator} simulator
   * @param {number | null} value
   */
  async function patch(simulator, value) {
    const lever = levers.find(({ id }) => id === part('lever').value);
    if (!lever) return;
    await simulator.patch([{ lever: lever.id, value }]);
    say(value === null ? `${lever.name}回到现状。` : `${lever.name}已调到${value}${lever.unit}。`);
  }

  /** @type {Record<string, Deed>} */
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
    button.addEventListener('click', () => act(DEEDS[button.getAttribute('data-does') || '']));
  });
  part('lever').addEventListener('change', showLever);
  part('theme').addEventListener('change', () => {
    const theme = /** @type {Tuiyan.Theme} */ (part('theme').value);
    document.documentElement.setAttribute('data-theme', theme);
    act(simulator => simulator.setTheme(theme));
  });
  part('language').addEventListener('change', () => act(async simulator => {
    await simulator.setLanguage(/** @type {Tuiyan.Language} */ (part('language').value));
    await showProjection(simulator);
  }));

  // ---- What the page says. With `storage="host"` it keeps nothing: the portal does, and gives it back.

  ['ready', 'change', 'autosave', 'export', 'resize', 'error'].forEach(event => {
    element.addEventListener(`tuiyan-${event}`, said => log(event, /** @type {CustomEvent} */ (said).detail));
  });
  element.addEventListener('tuiyan-ready', ({ detail }) => act(async simulator => {
    ({ plan: first } = await simulator.getPlan());
    const draft = localStorage.getItem(DRAFT);
    if (draft) await simulator.setPlan(draft);
    await showProjection(simulator);
    document.querySelectorAll('.portal-side [disabled]').forEach(control => control.removeAttribute('disabled'));
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
