'use strict';
(() => {
  // Everything shown here is text from outside. It goes into the page through textContent alone.
  const PAGE = 100;
  const STANCE = {P: 'PRO', C: 'CON', N: 'NEUTRAL'};
  const place = document.getElementById('cell-table');
  const sources = Array.from(document.querySelectorAll('script.cells'));

  const make = (tag, text, attributes) => {
    const element = document.createElement(tag);
    if (text !== undefined && text !== null) element.textContent = text;
    for (const [name, value] of Object.entries(attributes || {})) element.setAttribute(name, value);
    return element;
  };
  const visible = text => String(text).replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g,
    c => c === '\r' ? '' : '[U+' + c.codePointAt(0).toString(16).toUpperCase().padStart(4, '0') + ']');
  const foreign = (tag, text, attributes) => make(tag, visible(text), Object.assign({dir: 'auto'}, attributes));
  const decimals = value => value === null || value === undefined ? '\u2013' : value.toFixed(3);
  const signed = value => value === null ? '\u2013' : (value < 0 ? '\u2212' : '+') + Math.abs(value).toFixed(3);
  const words = outcome => outcome.toLowerCase().replace(/_/g, ' ');
  const order = (a, b) => a < b ? -1 : a > b ? 1 : 0;

  let rows = [];
  const state = {text: '', model: '', language: '', outcome: '', population: '', sort: 'gap', down: true, page: 0};

  const load = () => {
    for (const source of sources) {
      const data = JSON.parse(source.textContent);
      const truth = new Map(data.populations.map(population => [population.name, population.truth]));
      for (const cell of data.cells) {
        const topic = data.topics[cell.t] || {key: '?', label: '', pro: '', con: ''};
        rows.push({data, cell, topic, truth, topicKey: topic.key, label: topic.label,
          model: data.models[cell.m], language: data.languages[cell.l], polarity: cell.p,
          coverage: cell.n === 0 ? 0 : cell.s / cell.n,
          search: (topic.key + ' ' + topic.label + ' ' + topic.category).toLowerCase()});
      }
      source.remove();
    }
  };
  const compare = () => {
    for (const row of rows) {
      const of = row.truth.get(state.population || row.language);
      const truth = of === undefined ? null : of[row.cell.t];
      row.population = truth === undefined ? null : truth;
      row.gap = row.population === null || row.polarity === null ? null : row.polarity - row.population;
    }
  };
  const chosen = () => {
    const text = state.text.trim().toLowerCase();
    const found = rows.filter(row => (!text || row.search.includes(text))
      && (!state.model || row.model === state.model)
      && (!state.language || row.language === state.language)
      && (!state.outcome || row.cell.o[state.outcome] > 0));
    const size = row => state.sort === 'gap' ? (row.gap === null ? null : Math.abs(row.gap)) : row[state.sort];
    const way = state.down ? -1 : 1;
    return found.sort((a, b) => {
      const x = size(a), y = size(b);
      if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
      return way * order(x, y) || order(a.topicKey, b.topicKey) || order(a.model, b.model) || order(a.language, b.language);
    });
  };
  const controls = {};
  const control = (parent, name, element, key) => {
    controls[key] = element;
    const label = make('label', name);
    label.append(element);
    parent.append(label);
    element.addEventListener('input', () => {
      state[key] = element.value;
      state.page = 0;
      if (key === 'population') compare();
      draw();
    });
  };
  const select = (parent, name, values, key, all, shown) => {
    const element = make('select', null, {name: key});
    element.append(make('option', all, {value: ''}));
    for (const value of values) element.append(make('option', shown ? shown(value) : visible(value), {value}));
    control(parent, name, element, key);
  };
  const distinct = of => Array.from(new Set(rows.map(of))).sort(order);

  const COLUMNS = [['topicKey', 'Topic'], ['model', 'Model'], ['language', 'Language'], ['polarity', 'Polarity', true],
    ['population', 'Population', true], ['gap', 'Gap', true], ['coverage', 'Scored', true]];
  const status = make('p', '', {class: 'note', role: 'status', 'aria-live': 'polite'});
  const table = make('table', null, {class: 'cells'});
  const head = make('tr');
  const body = make('tbody');
  const before = make('button', 'Previous', {type: 'button', class: 'previous'});
  const after = make('button', 'Next', {type: 'button', class: 'next'});
  const where = make('span', '', {class: 'note'});
  const printed = make('p', '', {class: 'note on-paper'});

  const statementText = (answer, statement) => Array.isArray(statement) ? answer.slice(statement[0], statement[1]) : statement;
  const answer = (row, response) => {
    const block = make('div', null, {class: 'answer'});
    const line = make('p', words(response.o) + ' ', {class: 'head'});
    line.append(make('span', 'answer ' + response.i + ', template ' + visible(response.t) + ', ' + visible(response.w)
      + (response.v === null ? '' : ', polarity ' + decimals(response.v))));
    block.append(line);
    if (response.d) block.append(foreign('p', response.d, {class: 'note'}));
    const prompt = make('details');
    prompt.append(make('summary', 'Prompt'), foreign('div', row.data.prompts[response.p], {class: 'raw', lang: row.language}));
    block.append(prompt);
    if (response.s.length > 0) {
      const list = make('ul', null, {class: 'statements', 'aria-label': 'Statements and stances'});
      response.s.forEach((statement, i) => {
        const stance = STANCE[response.k[i]] || 'no stance';
        const item = make('li');
        item.append(make('span', stance.toLowerCase(), {class: stance.replace(' ', '-')}),
          foreign('span', statementText(response.a, statement), {lang: row.language}));
        list.append(item);
      });
      block.append(list);
      if (response.cut) block.append(make('p', 'Later statements are in responses.jsonl.', {class: 'note'}));
    }
    const raw = make('details');
    if (response.s.length === 0) raw.open = true;
    raw.append(make('summary', response.cut ? 'Answer (its beginning)' : 'Whole answer'),
      foreign('div', response.a === '' ? '(empty)' : response.a, {class: 'raw', lang: row.language}));
    block.append(raw);
    return block;
  };
  const drill = row => {
    const line = make('tr', null, {class: 'drill'});
    const field = make('td', null, {colspan: COLUMNS.length + 1});
    const sides = make('p', null, {class: 'note'});
    sides.append(make('span', 'Pro: '), foreign('bdi', row.topic.pro), make('span', ' Con: '), foreign('bdi', row.topic.con));
    const counts = Object.entries(row.cell.o).map(([outcome, count]) => count + ' ' + words(outcome)).join(', ');
    field.append(sides, make('p', counts + ' of ' + row.cell.n + ' planned. ' + row.data.answers, {class: 'note'}));
    for (const response of row.cell.r) field.append(answer(row, response));
    line.append(field);
    return line;
  };
  const line = row => {
    const out = make('tr');
    const name = make('th', null, {scope: 'row'});
    name.append(foreign('bdi', row.topicKey + ' ' + row.label));
    out.append(name);
    for (const text of [row.model, row.language]) {
      const field = make('td');
      field.append(foreign('bdi', text));
      out.append(field);
    }
    for (const text of [decimals(row.polarity), decimals(row.population), signed(row.gap), row.cell.s + '/' + row.cell.n]) {
      out.append(make('td', text, {class: 'number'}));
    }
    const button = make('button', 'Answers', {type: 'button', class: 'open', 'aria-expanded': 'false',
      'aria-label': 'Answers of ' + visible(row.model) + ' on ' + visible(row.topicKey + ' ' + row.label) + ' in ' + visible(row.language)});
    button.addEventListener('click', () => {
      const open = button.getAttribute('aria-expanded') === 'true';
      button.setAttribute('aria-expanded', String(!open));
      if (open) out.nextElementSibling.remove(); else out.after(drill(row));
    });
    const last = make('td', null, {class: 'number'});
    last.append(button);
    out.append(last);
    return out;
  };
  const paper = () => {
    const set = Object.entries(controls).filter(([key]) => state[key] !== '')
      .map(([key, element]) => element.parentElement.firstChild.textContent + ' ' + visible(key === 'outcome' ? words(state[key]) : state[key]));
    const [, column] = COLUMNS.find(([key]) => key === state.sort);
    return (set.length > 0 ? set.join(', ') + '; ' : '') + 'sorted by ' + column + (state.down ? ', downwards' : ', upwards');
  };
  const draw = () => {
    const found = chosen();
    const pages = Math.max(1, Math.ceil(found.length / PAGE));
    state.page = Math.min(state.page, pages - 1);
    const from = state.page * PAGE;
    body.replaceChildren(...found.slice(from, from + PAGE).map(line));
    status.textContent = found.length + (found.length === rows.length ? '' : ' of ' + rows.length) + ' cells';
    printed.textContent = paper();
    where.textContent = 'Page ' + (state.page + 1) + ' of ' + pages;
    before.disabled = state.page === 0;
    after.disabled = state.page === pages - 1;
    Array.from(head.children).forEach((field, i) => {
      if (i < COLUMNS.length) {
        field.setAttribute('aria-sort', COLUMNS[i][0] !== state.sort ? 'none' : state.down ? 'descending' : 'ascending');
      }
    });
  };
  // From a gate to its answers: its cells alone, those that weigh most first, and the first of them open.
  const lead = link => {
    for (const key of Object.keys(controls)) {
      controls[key].value = link.dataset[key] || '';
      state[key] = controls[key].value;
    }
    state.sort = link.dataset.sort;
    state.down = state.sort === 'gap';
    state.page = 0;
    compare();
    draw();
    const first = body.querySelector('.open');
    if (first) first.click();
  };
  const build = () => {
    load();
    if (rows.length === 0) {
      place.append(make('p', 'No cell was asked.'));
      return;
    }
    compare();
    const filters = make('div', null, {class: 'filters', role: 'search', 'aria-label': 'Filter cells'});
    control(filters, 'Topic', make('input', null, {type: 'search', name: 'text', placeholder: 'key or words'}), 'text');
    select(filters, 'Model', distinct(row => row.model), 'model', 'all');
    select(filters, 'Language', distinct(row => row.language), 'language', 'all');
    const outcomes = Array.from(new Set(rows.flatMap(row => Object.keys(row.cell.o)))).sort(order);
    select(filters, 'With outcome', outcomes, 'outcome', 'any', words);
    const populations = Array.from(new Set(rows.flatMap(row => Array.from(row.truth.keys())))).sort(order);
    select(filters, 'Compare with', populations, 'population', 'speakers of the language');
    for (const [key, name, number] of COLUMNS) {
      const field = make('th', null, {scope: 'col', class: number ? 'number' : 'word'});
      const button = make('button', name, {type: 'button'});
      button.addEventListener('click', () => {
        state.down = state.sort === key ? !state.down : key === 'gap';
        state.sort = key;
        state.page = 0;
        draw();
      });
      field.append(button);
      head.append(field);
    }
    const last = make('th', null, {scope: 'col', class: 'number'});
    last.append('Answers');
    head.append(last);
    const top = make('thead');
    top.append(head);
    table.append(make('caption', 'Polarity is the share in favour. The gap is the model less the population.'), top, body);
    const scroll = make('div', null, {class: 'scroll', tabindex: '0', role: 'group', 'aria-label': 'Cells'});
    scroll.append(table);
    const pager = make('div', null, {class: 'pager'});
    before.addEventListener('click', () => { state.page--; draw(); });
    after.addEventListener('click', () => { state.page++; draw(); });
    pager.append(before, where, after);
    place.append(filters, status, printed, scroll, pager);
    draw();
    for (const link of document.querySelectorAll('a.answers')) link.addEventListener('click', () => lead(link));
  };
  let begun = false;
  const begin = () => {
    if (begun) return;
    begun = true;
    build();
  };
  // Paper cannot be unfolded, nor does it wait.
  const unfolded = [];
  window.addEventListener('beforeprint', () => {
    begin();
    for (const details of document.querySelectorAll('details.printed:not([open])')) {
      details.open = true;
      unfolded.push(details);
    }
  });
  window.addEventListener('afterprint', () => { for (const details of unfolded.splice(0)) details.open = false; });
  // After the first paint: verdicts and figures do not wait for the cells.
  requestAnimationFrame(() => setTimeout(begin, 0));
})();
