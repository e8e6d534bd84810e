#include <algorithm>
#include <string>
#include <vector>

#include "article.h"
#include "errors.h"
#include "pullquote/verbs.h"

namespace pullquote::python {

namespace {

// Of pairs (verb, manner), whose manners were checked where they were read.
Verbs make(const py::iterable& pairs) {
  std::vector<Verb> verbs;
  for (const auto item : pairs) {
    const auto pair = py::cast<py::tuple>(item);
    const auto name = to_utf8(pair[1]);
    const auto manner = std::find(kMannerNames.begin(), kMannerNames.end(), name);
    if (manner == kMannerNames.end()) raise_invalid_input("no such manner", name, "");
    verbs.push_back({to_utf8(pair[0]), static_cast<Manner>(manner - kMannerNames.begin())});
  }
  return Verbs(verbs);
}

}  // namespace

void register_verbs(py::module_& module) {
  using namespace py::literals;
  py::options options;
  options.disable_function_signatures();
  py::class_<Verbs>(module, "Verbs", py::is_final(),
                    "Reporting verbs that the user knows. An Extractor makes one of its argument `verbs`. Immutable.")
      .def(py::init(&make), "verbs"_a)
      .def("__len__", &Verbs::size);
}

}  // namespace pullquote::python
