// The one script of this site: speaks with the browser about passkeys, on the pages where one is made or used.
// Each form marked data-passkey is filled with what the browser answers, and sent.
"use strict";

const toBytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));

const toText = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

const named = (credentials) => (credentials || []).map((one) => ({ ...one, id: toBytes(one.id) }));

async function make(told) {
  const options = {
    ...told,
    challenge: toBytes(told.challenge),
    user: { ...told.user, id: toBytes(told.user.id) },
    excludeCredentials: named(told.excludeCredentials),
  };
  const made = await navigator.credentials.create({ publicKey: options });
  return {
    ...identity(made),
    response: {
      clientDataJSON: toText(made.response.clientDataJSON),
      attestationObject: toText(made.response.attestationObject),
      transports: made.response.getTransports ? made.response.getTransports() : [],
    },
  };
}

async function use(told) {
  const options = {
    ...told,
    challenge: toBytes(told.challenge),
    allowCredentials: named(told.allowCredentials),
  };
  const used = await navigator.credentials.get({ publicKey: options });
  return {
    ...identity(used),
    response: {
      clientDataJSON: toText(used.response.clientDataJSON),
      authenticatorData: toText(used.response.authenticatorData),
      signature: toText(used.response.signature),
      userHandle: used.response.userHandle ? toText(used.response.userHandle) : null,
    },
  };
}

const identity = (credential) => ({
  id: credential.id,
  rawId: toText(credential.rawId),
  type: credential.type,
  clientExtensionResults: credential.getClientExtensionResults(),
});

async function optionsOf(form) {
  if (form.dataset.options) return JSON.parse(form.dataset.options);
  const answer = await fetch(form.action, { headers: { "X-Requested-With": "XMLHttpRequest" } });
  if (!answer.ok) throw new Error("not answered");
  return (await answer.json()).request_options;
}

function say(form, words) {
  const place = form.querySelector("[data-passkey-problem]");
  place.textContent = words;
  place.hidden = false;
}

async function answer(event) {
  event.preventDefault();
  const form = event.currentTarget;
  if (!window.PublicKeyCredential) {
    say(form, "This browser has no passkeys. Use a password and a code from an app.");
    return;
  }
  try {
    const told = (await optionsOf(form)).publicKey;
    const given = await (form.dataset.passkey === "make" ? make(told) : use(told));
    form.elements.credential.value = JSON.stringify(given);
    form.submit();
  } catch (problem) {
    const known = problem.name === "InvalidStateError";
    say(form, known ? "This device holds a passkey of yours already." : "That did not work, or was stopped. Try again.");
  }
}

for (const form of document.querySelectorAll("form[data-passkey]")) form.addEventListener("submit", answer);
