'use strict';
(() => {
  // Everything shown here is text from outside. It goes into the page through textContent alone.
  const PAGE = 100;
  const STANCE = {P: 'PRO', C: 'CON', N: 'NEUTRAL'};
  const OTHER = {PRO: 'CON', CON: 'PRO', NEUTRAL: 'PRO'};
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
  const grouped = count => String(count).length < 5 ? String(count) : String(count).replace(/\B(?=(\d{3})+$)/g, ',');
  const signed = value => value === null ? '\u2013' : (value < 0 ? '\u2212' : '+') + Math.abs(value).toFixed(3);
  const words = outcome => outcome.toLowerCase().replace(/_/g, ' ');
  const order = (a, b) => a < b ? -1 : a > b ? 1 : 0;

  let rows = [];
  const names = {languages: {}, populations: {}};
  const language = code => names.languages[code] || code;
  const state = {text: '', suite: '', model: '', language: '', outcome: '', population: '', sort: 'gap', down: true, page: 0};

  const load = () => {
    for (const source of sources) {
      const data = JSON.parse(source.textContent);
      const truth = new Map(data.populations.map(population => [population.name, population.truth]));
      Object.assign(names.languages, data.names);
      for (const population of data.populations) names.populations[population.name] = population.people;
      for (const cell of data.cells) {
        const topic = data.topics[cell.t] || {key: '?', label: '', pro: '', con: ''};
        rows.push({data, suite: data.suite, cell, topic, truth, topicKey: topic.key, label: topic.label,
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
      && (!state.suite || row.suite === state.suite)
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
      if (key === 'sort') state.down = state.sort === 'gap';
      draw();
      note();
    });
  };
  const select = (parent, name, values, key, all, shown) => {
    const element = make('select', null, {name: key});
    if (all) element.append(make('option', all, {value: ''}));
    for (const value of values) element.append(make('option', shown ? shown(value) : visible(value), {value}));
    control(parent, name, element, key);
  };
  const distinct = of => Array.from(new Set(rows.map(of))).sort(order);

  const COLUMNS = [['topicKey', 'Topic'], ['model', 'Model'], ['language', 'Asked in'], ['polarity', 'Model\u2019s share', true],
    ['population', 'People\u2019s share', true], ['gap', 'Gap', true], ['coverage', 'Scored', true]];
  const status = make('p', '', {class: 'note', role: 'status', 'aria-live': 'polite'});
  const table = make('table', null, {class: 'cells'});
  const head = make('tr');
  const body = make('tbody');
  const before = make('button', 'Previous', {type: 'button', class: 'previous'});
  const after = make('button', 'Next', {type: 'button', class: 'next'});
  const where = make('span', '', {class: 'note'});
  const printed = make('p', '', {class: 'note on-paper'});

  // What is shown, as the fragment of an address; what is at its default is left out.
  const address = (more, from) => {
    const parameters = new URLSearchParams();
    for (const key of ['text', 'suite', 'model', 'language', 'outcome', 'population']) if (from[key]) parameters.set(key, from[key]);
    if (from.sort && from.sort !== 'gap') parameters.set('sort', from.sort);
    if (from.down !== undefined && from.down !== (from.sort === 'gap')) parameters.set('down', String(from.down));
    if (from.page) parameters.set('page', String(from.page + 1));
    for (const [key, value] of Object.entries(more)) parameters.set(key, value);
    return '#cells?' + parameters;
  };
  const several = () => sources.length > 1;
  const linkTo = (row, more) => address(Object.assign({open: row.topicKey}, more),
    {suite: several() ? row.suite : '', model: row.model, language: row.language, population: state.population});
  const note = () => {
    try { history.replaceState(null, '', address({}, state)); } catch (e) { /* then the address stays as it is */ }
  };

  // What a reader says of the judge: whole answers, for labels of its mistakes alone would make it worse than it is.
  const labels = new Map();
  const bar = make('div', null, {class: 'labels', role: 'region', 'aria-label': 'Your labels', hidden: ''});
  const drawn = response => response.s.map((statement, i) => STANCE[response.k[i]] || 'NEUTRAL');
  const labelled = (row, response) => {
    const key = JSON.stringify([row.suite, row.topicKey, row.model, row.language, response.i]);
    if (!labels.has(key)) labels.set(key, {row, response, stances: drawn(response)});
    return labels.get(key);
  };
  const summary = () => {
    const all = Array.from(labels.values());
    const wrong = all.reduce((sum, one) => sum + one.stances.filter((stance, i) => stance !== drawn(one.response)[i]).length, 0);
    bar.hidden = all.length === 0;
    bar.replaceChildren(
      make('span', grouped(all.reduce((sum, one) => sum + one.stances.length, 0)) + ' labels of ' + all.length
        + (all.length === 1 ? ' answer' : ' answers') + '; the judge is wrong in ' + wrong + '.'),
      download(all), clear(),
      make('span', 'For mvn cultivar:calibrate -Dcultivar.labels=labels.jsonl. Answers picked because they look wrong make the'
        + ' judge look worse than it is: label some at random, too.', {class: 'note'}));
  };
  const download = all => {
    const lines = all.flatMap(one => one.response.s.map((statement, i) => JSON.stringify({topic: one.row.topicKey,
      language: one.row.language, statement: statementText(one.response.a, statement), stance: one.stances[i].toLowerCase()}) + '\n'));
    const button = make('button', 'Save labels.jsonl', {type: 'button', class: 'save'});
    button.addEventListener('click', () => {
      const link = make('a', null, {href: URL.createObjectURL(new Blob(lines, {type: 'application/x-ndjson'})), download: 'labels.jsonl'});
      link.click();
      URL.revokeObjectURL(link.href);
    });
    return button;
  };
  const clear = () => {
    const button = make('button', 'Forget them', {type: 'button'});
    button.addEventListener('click', () => { labels.clear(); summary(); draw(); });
    return button;
  };
  const judged = (row, response, i, item, shown) => {
    const wrong = make('button', 'wrong', {type: 'button', class: 'wrong', title: 'The judge is wrong here',
      'aria-label': 'The judge is wrong here, statement ' + (i + 1)});
    const choose = stance => {
      const own = labelled(row, response);
      own.stances[i] = stance;
      const field = make('select', null, {'aria-label': 'Stance of statement ' + (i + 1)});
      for (const each of ['PRO', 'CON', 'NEUTRAL']) field.append(make('option', each.toLowerCase(), {value: each}));
      field.value = stance;
      field.addEventListener('input', () => { own.stances[i] = field.value; mark(); summary(); });
      const mark = () => { wrong.textContent = own.stances[i] === drawn(response)[i] ? 'as judged' : 'the judge is wrong here'; };
      mark();
      shown.replaceWith(field);
      wrong.disabled = true;
      field.focus();
      summary();
    };
    wrong.addEventListener('click', () => choose(OTHER[drawn(response)[i]]));
    item.append(wrong);
  };

  const statementText = (answer, statement) => Array.isArray(statement) ? answer.slice(statement[0], statement[1]) : statement;
  const answer = (row, response) => {
    const block = make('div', null, {class: 'answer'});
    const line = make('p', words(response.o) + ' ', {class: 'head'});
    const count = stance => Array.from(response.k).filter(each => each === stance).length;
    if (response.k) line.append(make('b', count('P') + ' pro, ' + count('C') + ' con, ' + count('N') + ' neutral'
      + (response.cut ? ' of those shown' : '')), ' ');
    line.append(make('span', (response.v === null ? '' : 'share ' + decimals(response.v) + ', ') + 'answer ' + (response.i + 1)
      + ', template ' + visible(response.t) + ', ' + visible(response.w) + ' '),
      make('a', 'Link', {href: linkTo(row, {answer: String(response.i + 1)}), 'aria-label': 'Link to answer ' + (response.i + 1)}));
    block.dataset.answer = String(response.i + 1);
    block.append(line);
    if (response.d) block.append(foreign('p', response.d, {class: 'note'}));
    const prompt = make('details');
    prompt.append(make('summary', 'Prompt'), foreign('div', row.data.prompts[response.p], {class: 'raw', lang: row.language}));
    block.append(prompt);
    if (response.s.length > 0) {
      const list = make('ul', null, {class: 'statements', 'aria-label': 'Statements and stances'});
      response.s.forEach((statement, i) => {
        const stance = STANCE[response.k[i]] || 'not judged';
        const item = make('li');
        const shown = make('span', stance.toLowerCase(), {class: stance.replace(' ', '-')});
        item.append(shown, foreign('span', statementText(response.a, statement), {lang: row.language}));
        if (STANCE[response.k[i]]) judged(row, response, i, item, shown);
        list.append(item);
      });
      block.append(list);
      if (response.k.length === response.s.length) {
        const agree = make('button', 'The rest is right', {type: 'button', class: 'agree'});
        agree.addEventListener('click', () => { labelled(row, response); agree.disabled = true; summary(); });
        block.append(agree);
      }
      if (response.cut) block.append(make('p', 'Later statements are in responses.jsonl.', {class: 'note'}));
    }
    const raw = make('details');
    if (response.s.length === 0) raw.open = true;
    raw.append(make('summary', response.cut ? 'Answer (its beginning)' : 'Whole answer'),
      foreign('div', response.a === '' ? '(empty)' : response.a, {class: 'raw', lang: row.language}));
    block.append(raw);
    return block;
  };
  // As in a unique id of JUnit's, within a shell's quotes.
  const part = text => encodeURIComponent(text).replace(/'/g, '%27');
  const again = row => row.data.again[row.cell.m].replace('@topic@', () => part(row.topicKey))
    .split('@language@').join(part(row.language));
  const drill = row => {
    const line = make('tr', null, {class: 'drill'});
    const field = make('td', null, {colspan: COLUMNS.length + 1});
    const sides = make('p', null, {class: 'note'});
    sides.append(make('span', 'Pro: '), foreign('bdi', row.topic.pro), make('span', ' Con: '), foreign('bdi', row.topic.con));
    const counts = Object.entries(row.cell.o).map(([outcome, count]) => count + ' ' + words(outcome)).join(', ');
    const own = make('p', counts + ' of ' + row.cell.n + ' planned. ' + row.data.answers + ' ', {class: 'note'});
    own.append(make('a', 'Link to this cell', {href: linkTo(row, {})}), ' ',
      make('a', 'All models and languages on this topic', {href: address({}, {text: row.topicKey})}));
    const repeat = make('p', 'To ask this cell again: ', {class: 'note'});
    repeat.append(foreign('code', again(row), {class: 'again'}),
      ' (one cell decides no gate, so this build is red whatever the answers)');
    field.append(sides, own, repeat);
    for (const response of row.cell.r) field.append(answer(row, response));
    line.append(field);
    return line;
  };
  const line = row => {
    const out = make('tr');
    const name = make('th', null, {scope: 'row'});
    name.append(foreign('bdi', row.topicKey + ' ' + row.label));
    out.append(name);
    for (const text of [row.model, language(row.language)]) {
      const field = make('td', null, {class: 'word'});
      field.append(foreign('bdi', text));
      out.append(field);
    }
    const figures = [decimals(row.polarity), decimals(row.population), signed(row.gap), row.cell.s + '/' + row.cell.n];
    figures.forEach((text, i) => out.append(make('td', text, {class: 'number', 'data-head': COLUMNS[i + 3][1]})));
    const button = make('button', 'Answers', {type: 'button', class: 'open', 'aria-expanded': 'false',
      'aria-label': 'Answers of ' + visible(row.model) + ' on ' + visible(row.topicKey + ' ' + row.label) + ' in ' + visible(language(row.language))});
    button.addEventListener('click', () => {
      const open = button.getAttribute('aria-expanded') === 'true';
      button.setAttribute('aria-expanded', String(!open));
      out.classList.toggle('opened', !open);
      if (open) out.nextElementSibling.remove(); else out.after(drill(row));
    });
    const last = make('td', null, {class: 'number'});
    last.append(button);
    out.append(last);
    row.out = out;
    return out;
  };
  const shownAs = (key, value) => key === 'outcome' ? words(value) : key === 'language' ? language(value)
    : key === 'population' ? names.populations[value] || value : value;
  const paper = () => {
    const set = Object.entries(controls).filter(([key]) => key !== 'sort' && state[key] !== '')
      .map(([key, element]) => element.parentElement.firstChild.textContent + ' ' + visible(shownAs(key, state[key])));
    const [, column] = COLUMNS.find(([key]) => key === state.sort);
    return (set.length > 0 ? set.join(', ') + '; ' : '') + 'sorted by ' + column + (state.down ? ', downwards' : ', upwards');
  };
  const draw = () => {
    const found = chosen();
    const pages = Math.max(1, Math.ceil(found.length / PAGE));
    state.page = Math.min(state.page, pages - 1);
    const from = state.page * PAGE;
    body.replaceChildren(...found.slice(from, from + PAGE).map(line));
    status.textContent = grouped(found.length) + (found.length === rows.length ? '' : ' of ' + grouped(rows.length)) + ' cells';
    printed.textContent = paper();
    where.textContent = 'Page ' + (state.page + 1) + ' of ' + pages;
    before.disabled = state.page === 0;
    after.disabled = state.page === pages - 1;
    if (controls.sort) controls.sort.value = state.sort;
    Array.from(head.children).forEach((field, i) => {
      if (i < COLUMNS.length) {
        field.setAttribute('aria-sort', COLUMNS[i][0] !== state.sort ? 'none' : state.down ? 'descending' : 'ascending');
      }
    });
  };
  // An address says which cells are shown, and which of them is open.
  const show = parameters => {
    for (const key of ['text', 'suite', 'model', 'language', 'outcome', 'population']) {
      if (!controls[key]) continue;
      controls[key].value = parameters.get(key) || '';
      state[key] = controls[key].value;
    }
    const sort = parameters.get('sort');
    state.sort = COLUMNS.some(([key]) => key === sort) ? sort : 'gap';
    state.down = parameters.has('down') ? parameters.get('down') === 'true' : state.sort === 'gap';
    state.page = 0;
    compare();
    const found = chosen();
    const open = parameters.get('open');
    const at = open === 'first' ? 0 : open ? found.findIndex(row => row.topicKey === open) : -1;
    state.page = at >= 0 ? Math.floor(at / PAGE) : Math.max(0, (parseInt(parameters.get('page'), 10) || 1) - 1);
    draw();
    const row = at >= 0 ? found[at] : undefined;
    if (!row) {
      document.getElementById('cells').scrollIntoView();
      return;
    }
    row.out.querySelector('.open').click();
    const blocks = Array.from(row.out.nextElementSibling.querySelectorAll('.answer'));
    const answer = blocks.find(block => block.dataset.answer === parameters.get('answer'));
    if (answer) answer.classList.add('aim');
    (answer || row.out).scrollIntoView();
  };
  const go = () => {
    const hash = location.hash;
    if (hash.startsWith('#cells?')) {
      if (rows.length > 0) show(new URLSearchParams(hash.slice(7)));
      return;
    }
    const to = hash.length > 1 && document.getElementById(hash.slice(1));
    if (!to) return;
    for (let at = to; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
    to.scrollIntoView();
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
    if (several()) select(filters, 'Suite', distinct(row => row.suite), 'suite', 'all');
    select(filters, 'Model', distinct(row => row.model), 'model', 'all');
    select(filters, 'Asked in', distinct(row => row.language), 'language', 'any language', value => visible(language(value)));
    const outcomes = Array.from(new Set(rows.flatMap(row => Object.keys(row.cell.o)))).sort(order);
    select(filters, 'With outcome', outcomes, 'outcome', 'any', words);
    const populations = Array.from(new Set(rows.flatMap(row => Array.from(row.truth.keys())))).sort(order);
    select(filters, 'Compare with', populations, 'population', 'speakers of the language', value => visible(names.populations[value] || value));
    select(filters, 'Sort by', COLUMNS.map(([key]) => key), 'sort', null, value => COLUMNS.find(([key]) => key === value)[1]);
    controls.sort.parentElement.className = 'narrow';
    for (const [key, name, number] of COLUMNS) {
      const field = make('th', null, {scope: 'col', class: number ? 'number' : 'word'});
      const button = make('button', name, {type: 'button'});
      button.addEventListener('click', () => {
        state.down = state.sort === key ? !state.down : key === 'gap';
        state.sort = key;
        state.page = 0;
        draw();
        note();
      });
      field.append(button);
      head.append(field);
    }
    const last = make('th', null, {scope: 'col', class: 'number'});
    last.append('Answers');
    head.append(last);
    const top = make('thead');
    top.append(head);
    table.append(make('caption', 'Shares in favour. The gap is the model\u2019s share minus the people\u2019s.'), top, body);
    const scroll = make('div', null, {class: 'scroll', tabindex: '0', role: 'group', 'aria-label': 'Cells'});
    scroll.append(table);
    const pager = make('div', null, {class: 'pager'});
    before.addEventListener('click', () => { state.page--; draw(); note(); });
    after.addEventListener('click', () => { state.page++; draw(); note(); });
    pager.append(before, where, after);
    place.append(filters, status, printed, scroll, pager, bar);
    draw();
  };
  let begun = false;
  const begin = () => {
    if (begun) return;
    begun = true;
    if (place) build();
    if (location.hash.length > 1) go();
    // Also where the address is the one that is there already.
    document.addEventListener('click', event => {
      const link = event.target.closest && event.target.closest('a[href^="#"]');
      if (link && link.getAttribute('href') === location.hash) go();
    });
    window.addEventListener('hashchange', go);
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
