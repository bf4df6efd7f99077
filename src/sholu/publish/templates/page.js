"use strict";
// Without this script the page reads and links as well; it opens the article behind a link in
// browsers that do not do so themselves, and filters the statements.
(function () {
  function reveal() {
    var place = document.querySelector(":target");
    if (!place) return;
    for (var box = place; box; box = box.parentElement) {
      if (box.tagName === "DETAILS") box.open = true;
      if (box.hidden && box.matches(".quotation, .bloc")) box.hidden = false;
    }
    place.scrollIntoView();
    if (place.tabIndex === -1) place.focus({ preventScroll: true });
  }
  window.addEventListener("hashchange", reveal);
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest('a[href^="#"]');
    if (link && link.getAttribute("href") === location.hash) reveal();
  });
  reveal();

  var form = document.querySelector(".filter");
  if (!form) return;
  var quotations = Array.from(document.querySelectorAll(".bloc .quotation"));
  function filter() {
    var shown = 0;
    quotations.forEach(function (quotation) {
      quotation.hidden = !Array.from(form.elements).every(function (field) {
        if (!field.name || !field.value) return true;
        return (quotation.dataset[field.name] || "und") === field.value;
      });
      if (!quotation.hidden) shown += 1;
    });
    document.querySelectorAll(".bloc").forEach(function (bloc) {
      bloc.hidden = !bloc.querySelector(".quotation:not([hidden])");
    });
    form.querySelector("output").textContent = shown.toLocaleString(document.documentElement.lang);
  }
  form.hidden = false;
  form.addEventListener("change", filter);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.querySelector("output").textContent = quotations.length.toLocaleString(document.documentElement.lang);
})();
