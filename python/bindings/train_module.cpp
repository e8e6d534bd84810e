#include <pybind11/pybind11.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "article.h"
#include "errors.h"
#include "own_model.h"

// The module that learns. Apart from the one that extracts, so that who only extracts never loads it.

namespace pullquote::python {

namespace {

// What the package hands over was checked where it was read: (text, [(start, end, label)…]) for each article.
std::vector<train::AnnotatedArticle> annotated_from(const py::iterable& articles) {
  std::vector<train::AnnotatedArticle> out;
  for (const auto item : articles) {
    const auto fields = py::cast<py::tuple>(item);
    auto& article = out.emplace_back();
    article.id = std::to_string(out.size());
    article.text = to_utf8(fields[0]);
    for (const auto mention : py::cast<py::list>(fields[1])) {
      const auto parts = py::cast<py::tuple>(mention);
      const auto label = std::find(kLabelNames.begin(), kLabelNames.end(), to_utf8(parts[2]));
      if (label == kLabelNames.end()) raise_invalid_input("no such label", to_utf8(parts[2]), "");
      article.mentions.push_back({{py::cast<std::uint32_t>(parts[0]), py::cast<std::uint32_t>(parts[1])},
                                  static_cast<Label>(label - kLabelNames.begin())});
    }
  }
  return out;
}

std::vector<Span> spans_from(py::handle list) {
  std::vector<Span> spans;
  for (const auto item : py::cast<py::list>(list)) {
    const auto pair = py::cast<py::tuple>(item);
    spans.push_back({py::cast<std::uint32_t>(pair[0]), py::cast<std::uint32_t>(pair[1])});
  }
  return spans;
}

// (text, [(source, cue, content)…]), each part a list of (start, end).
std::vector<train::MarkedArticle> attributed_from(const py::iterable& articles) {
  std::vector<train::MarkedArticle> out;
  for (const auto item : articles) {
    const auto fields = py::cast<py::tuple>(item);
    auto& article = out.emplace_back();
    article.id = std::to_string(out.size());
    article.text = to_utf8(fields[0]);
    for (const auto attribution : py::cast<py::list>(fields[1])) {
      const auto parts = py::cast<py::tuple>(attribution);
      article.attributions.push_back(
          {.source = spans_from(parts[0]), .cue = spans_from(parts[1]), .content = spans_from(parts[2])});
    }
  }
  return out;
}

std::size_t learn(const std::string& base, const std::string& out, const py::iterable& annotated,
                  const py::iterable& attributed, bool adapt, const py::function& tell) {
  train::OwnModel own{.base = base,
                      .out = out,
                      .annotated = annotated_from(annotated),
                      .attributed = attributed_from(attributed),
                      .adapt = adapt};
  own.tell = [&tell](const std::string& line) {
    const py::gil_scoped_acquire locked;
    tell(line);
  };
  // Ctrl-C, whose handler runs where the interpreter does.
  own.pause = [] {
    const py::gil_scoped_acquire locked;
    if (PyErr_CheckSignals() != 0) throw py::error_already_set();
  };
  // Safe without the GIL: `own` holds copies of all that was passed, and the two functions take the GIL themselves.
  const py::gil_scoped_release unlocked;
  return train::train_own_model(std::move(own));
}

}  // namespace

}  // namespace pullquote::python

PYBIND11_MODULE(_train, module, pybind11::mod_gil_not_used(), pybind11::multiple_interpreters::per_interpreter_gil()) {
  using namespace pybind11::literals;
  module.doc() = "The compiled part of pullquote that learns. Use `pullquote.training`.";
  pullquote::python::register_errors(module);
  module.def("learn", &pullquote::python::learn, "base"_a, "out"_a, "annotated"_a, "attributed"_a, "adapt"_a, "tell"_a,
             "Learns from articles, writes the model to `out`, and returns the size of the file.");
}
