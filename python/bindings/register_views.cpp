#include "bindings.h"

// How documents, quotes and entities show themselves. Python writes the HTML, and is imported when somebody asks for
// it.

namespace pullquote::python {

namespace {

void add_view(py::module_& module, const char* name, const char* view) {
  using namespace py::literals;
  const py::object type = module.attr(name);
  const auto html = [view](const py::object& self, bool page) {
    return py::module_::import("pullquote._html.views").attr(view)(self, page);
  };
  type.attr("to_html") =
      py::cpp_function(html, py::name("to_html"), py::is_method(type), py::kw_only(), "page"_a = false,
                       "A view as HTML, all text escaped: a fragment to embed, or with page=True a page of its own. It "
                       "loads nothing and runs no script.");
  type.attr("_repr_html_") =
      py::cpp_function([html](const py::object& self) { return html(self, false); }, py::name("_repr_html_"),
                       py::is_method(type), "The view that notebooks show.");
}

}  // namespace

void register_views(py::module_& module) {
  py::options options;
  options.disable_function_signatures();
  add_view(module, "Document", "document");
  add_view(module, "Quote", "quote");
  add_view(module, "Entity", "entity");
}

}  // namespace pullquote::python
