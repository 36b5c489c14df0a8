// htmx may put HTML from this server into the page, and nothing else: it may not run text as code, and scripts inside an
// answer stay dead because they carry no nonce. Named in the content security policy as: trusted-types causeway
(() => {
  "use strict";
  if (!window.htmx) return;
  const never = function () { throw new Error("Text is never run as code here."); };
  const policy = window.trustedTypes
    ? window.trustedTypes.createPolicy("causeway", { createHTML: html => html, createScript: () => "" })
    : { createHTML: html => html, createScript: () => "" };
  window.htmx.registerExtension("causeway", { init: api => api.initSecurity(policy, never, never) });
})();
