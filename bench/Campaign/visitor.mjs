// Somebody with cookies who fills the forms that the pages bring, without a browser.
const unescape = text => text.replace(/&quot;/g, '"').replace(/&#x([0-9A-F]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16))).replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(+code)).replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
const attribute = (tag, name) => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`, 'i').exec(tag);
  return found ? unescape(found[1] ?? '') : null;
};

export class Visitor {
  #cookies = new Map();
  #base;

  constructor(base) {
    this.#base = base;
  }

  async open(path, init = {}) {
    let url = new URL(path, this.#base);
    for (let hops = 0; hops < 8; hops++) {
      const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
      for (const set of answer.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(set);
        this.#cookies.set(name, value);
      }

      const next = answer.headers.get('location');
      if (!next) return { status: answer.status, url, html: await answer.text(), first: hops === 0 ? answer.status : 303 };
      await answer.arrayBuffer();
      url = new URL(next, url);
      init = {};
    }

    throw new Error(`${path} leads in circles`);
  }

  /** Posts the form whose HTML holds `mark`, as it stands, with `changes`, pressed by the button with the value `button`. */
  post(page, mark, changes = {}, button = null, files = {}) {
    const form = [...page.html.matchAll(/<form\b[\s\S]*?<\/form>/gi)].map(m => m[0]).find(f => f.includes(mark));
    if (!form) throw new Error(`${page.url} has no form with ${mark}: ${page.status}`);
    const body = new FormData();
    const values = new Map();
    for (const [tag] of form.matchAll(/<input\b[^>]*>/gi)) {
      const [name, type] = [attribute(tag, 'name'), attribute(tag, 'type') ?? 'text'];
      if (name && type !== 'file' && (!/radio|checkbox/.test(type) || attribute(tag, 'checked') !== null)) values.set(name, attribute(tag, 'value') ?? '');
    }

    for (const [, tag, text] of form.matchAll(/(<textarea\b[^>]*>)\n?([\s\S]*?)<\/textarea>/gi)) values.set(attribute(tag, 'name'), unescape(text));
    for (const [, tag, options] of form.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/gi)) {
      const all = [...options.matchAll(/<option\b[^>]*>/gi)].map(o => o[0]);
      values.set(attribute(tag, 'name'), attribute(all.find(o => attribute(o, 'selected') !== null) ?? all[0] ?? '', 'value') ?? '');
    }

    const pressed = [...form.matchAll(/<button\b[^>]*>/gi)].map(b => b[0]).find(b => button !== null && attribute(b, 'value') === button);
    if (pressed) values.set(attribute(pressed, 'name'), button);
    for (const [name, value] of [...values, ...Object.entries(changes)]) body.set(name, value);
    for (const [name, [fileName, text]] of Object.entries(files)) body.set(name, new Blob([text], { type: 'text/csv' }), fileName);
    return this.open(attribute(/<form\b[^>]*>/i.exec(form)[0], 'action') ?? page.url.href, { method: 'POST', body });
  }
}
