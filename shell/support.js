// Says in words why the page cannot start, and opens what is said about it. ES5, so that every browser can read it.
(function () {
  // Array.prototype.flat came with Chromium 69, the oldest kernel that is tested.
  var modern = !!(window.Promise && /** @type {{ fetch?: Function }} */ (window).fetch && window.TextDecoder
    && /** @type {{ flat?: Function }} */ ([]).flat);

  // Each form of the program puts its glue in here, under its name.
  window.tuiyanForms = /** @type {typeof tuiyanForms} */ ({});

  // What may become the address of a script, and a picture. A browser that knows Trusted Types lets nothing else.
  /** @type {Shell.Trusted} */
  var trusted = {
    createScriptURL: function (address) {
      if (!/^[\w.-]+\.js$/.test(address)) throw new TypeError('no script of this page: ' + address);
      return address;
    },
    createHTML: function (text) {
      if (text.indexOf('<svg ') !== 0) throw new TypeError('no picture');
      return text;
    }
  };
  window.tuiyanTrusted = window.trustedTypes
    ? /** @type {NonNullable<typeof trustedTypes>} */ (trustedTypes).createPolicy('tuiyan', trusted) : trusted;

  // The script for it is loaded when somebody asks; the single file has it.
  var about = /** @type {string} */ (/** @type {HTMLElement} */ (document.getElementById('support')).getAttribute('data-about'));
  function openAbout() {
    if (window.tuiyanAbout) return window.tuiyanAbout();
    var script = document.createElement('script');
    script.onload = openAbout;
    script.src = window.tuiyanTrusted.createScriptURL(about);
    document.head.appendChild(script);
  }
  document.addEventListener('click', function (event) {
    for (var element = /** @type {Element} */ (event.target); element && element.getAttribute; element = /** @type {Element} */ (element.parentNode)) {
      if (element.getAttribute('data-opens') === 'about') return openAbout();
    }
  });

  /**
   * Reveals the sentence that index.html holds for `problem`; the first one stands.
   * @param {string} problem
   */
  function show(problem) {
    var page = document.documentElement;
    if (page.getAttribute('data-problem')) return;
    page.setAttribute('data-problem', problem);
    /** @type {HTMLElement} */ (document.getElementById('app')).hidden = true;
    /** @type {HTMLElement} */ (document.querySelector('div[data-problem="' + problem + '"]')).hidden = false;
  }

  if (!modern) return show('browser');
  document.addEventListener('tuiyan-problem', function (event) { show(/** @type {CustomEvent<string>} */ (event).detail); });
  // A slow machine gets there, so this is a hint in the place that the program takes over.
  setTimeout(function () {
    var hint = document.getElementById('slow');
    if (hint) hint.hidden = false;
  }, 20000);
})();
