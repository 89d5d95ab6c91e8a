// Says in words why the page cannot start. ES5, so that every browser can read it.
(function () {
  // Array.prototype.flat came with Chromium 69, the oldest kernel that is tested.
  var modern = !!(window.Promise && window.fetch && window.TextDecoder && [].flat);

  // Each form of the program puts its glue in here, under its name.
  window.tuiyanForms = {};

  // An empty module: compiling it fails where WebAssembly is switched off or forbidden.
  function compiles() {
    try {
      return !!new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
    } catch (error) {
      return false;
    }
  }

  // Reveals the sentence that index.html holds for `problem`; the first one stands.
  function show(problem) {
    var page = document.documentElement;
    if (page.getAttribute('data-problem')) return;
    page.setAttribute('data-problem', problem);
    document.getElementById('app').hidden = true;
    document.querySelector('div[data-problem="' + problem + '"]').hidden = false;
  }

  if (!modern || !compiles()) return show('browser');
  document.addEventListener('tuiyan-problem', function (event) { show(event.detail); });
})();
