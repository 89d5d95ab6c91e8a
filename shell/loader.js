// Starts the wasm module, or says why it cannot start. Plain ES5, so that it
// runs where the rest of the page does not. `{{wasm}}` is the module's file name
// beside the page; empty in the single file, which carries the module itself.
(function () {
  'use strict';

  function say(chinese, english) {
    var place = document.getElementById('opening');
    if (place) {
      place.textContent = chinese + ' ' + english;
    }
  }

  function embedded(element) {
    var text = atob(element.textContent);
    var bytes = new Uint8Array(text.length);
    for (var i = 0; i < text.length; i += 1) {
      bytes[i] = text.charCodeAt(i);
    }
    element.parentNode.removeChild(element);
    return Promise.resolve(bytes.buffer);
  }

  function fetched(name) {
    return fetch(name).then(function (response) {
      if (!response.ok) {
        throw new Error(name + ': ' + response.status);
      }
      // Not streamed: many intranet servers give .wasm a wrong media type.
      return response.arrayBuffer();
    });
  }

  if (typeof WebAssembly === 'undefined' || typeof wasm_bindgen === 'undefined') {
    say('这个浏览器太旧，打不开推演台。请切换到“极速模式”，或改用 Chromium 69 以上内核的浏览器。',
      'This browser is too old; please use one based on Chromium 69 or newer.');
    return;
  }
  var element = document.getElementById('module');
  var module = element ? embedded(element) : fetched('{{wasm}}');
  module.then(function (bytes) {
    return wasm_bindgen({ module_or_path: bytes });
  }).catch(function (error) {
    say('推演台没有打开：' + error + '。请刷新再试；若仍不行，请联系管理员。',
      'The page could not start. Please reload.');
  });
})();
