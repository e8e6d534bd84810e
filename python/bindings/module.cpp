#include <pybind11/pybind11.h>

#include "bindings.h"

// Several interpreters and free-threaded ones may import the module: it keeps no state of its own, and every object
// that it gives out is immutable (Cancellation is one atomic flag).
PYBIND11_MODULE(_core, module, pybind11::mod_gil_not_used(), pybind11::multiple_interpreters::per_interpreter_gil()) {
  module.doc() = "The compiled part of pullquote. Use the package `pullquote`, which gives these names out.";
  module.attr("__version__") = PULLQUOTE_VERSION;
  pullquote::python::register_errors(module);
  pullquote::python::register_document(module);
  pullquote::python::register_views(module);
  pullquote::python::register_gazetteer(module);
  pullquote::python::register_verbs(module);
  pullquote::python::register_extractor(module);
}
