// Passkeys. A form marked data-passkey="create" or "get" is shown only where the browser can do it; it asks its own page
// what to sign, lets the device sign, puts the answer into its hidden field and is then sent like any form.
(() => {
  "use strict";
  const forms = document.querySelectorAll("form[data-passkey]");
  const zone = document.querySelector("input[data-passkey-zone]");
  if (zone) zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
  if (!window.PublicKeyCredential || !navigator.credentials) {
    for (const note of document.querySelectorAll("[data-passkey-without]")) note.hidden = false;
    return;
  }

  const bytes = text => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), c => c.charCodeAt(0));
  const text = buffer => buffer === null || buffer === undefined
    ? null
    : btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const known = list => (list || []).map(one => ({ ...one, id: bytes(one.id) }));

  const readable = {
    create: o => ({ ...o, challenge: bytes(o.challenge), user: { ...o.user, id: bytes(o.user.id) }, excludeCredentials: known(o.excludeCredentials) }),
    get: o => ({ ...o, challenge: bytes(o.challenge), allowCredentials: known(o.allowCredentials) }),
  };

  const answer = {
    create: r => ({
      attestationObject: text(r.attestationObject),
      clientDataJSON: text(r.clientDataJSON),
      transports: r.getTransports ? r.getTransports() : [],
    }),
    get: r => ({
      authenticatorData: text(r.authenticatorData),
      clientDataJSON: text(r.clientDataJSON),
      signature: text(r.signature),
      userHandle: text(r.userHandle),
    }),
  };

  const ask = async (form, kind) => {
    const reply = await fetch(form.dataset.passkeyAsk, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } });
    if (!reply.ok) throw new Error(`asked and got ${reply.status}`);
    const publicKey = readable[kind](await reply.json());
    const credential = await navigator.credentials[kind]({ publicKey });
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      authenticatorAttachment: credential.authenticatorAttachment,
      clientExtensionResults: credential.getClientExtensionResults(),
      response: answer[kind](credential.response),
    });
  };

  for (const form of forms) {
    form.hidden = false;
    const says = form.querySelector("[data-passkey-says]");
    const button = form.querySelector("button[type=submit]");
    form.addEventListener("submit", async event => {
      event.preventDefault();
      button.disabled = true;
      says.textContent = says.dataset.wait;
      try {
        form.elements.namedItem("Credential").value = await ask(form, form.dataset.passkey);
        form.submit();
      } catch (error) {
        // The reader pressed "cancel", has no passkey here, or the device failed: the words are the same, nothing is lost.
        console.warn(error);
        says.textContent = says.dataset.failed;
        button.disabled = false;
      }
    });
  }
})();
