#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article.h"
#include "errors.h"
#include "pullquote/gazetteer.h"

namespace pullquote::python {

namespace {

using namespace py::literals;

// What the package hands over for each entry, checked where it was read: (label, name, id, names) or, of a pattern,
// (label, name, id, pattern). A name is a str, or a list of words (text, any_case).
class Reader {
 public:
  void read_names(const py::iterable& entries) {
    for (const auto item : entries) {
      const auto fields = py::cast<py::tuple>(item);
      const auto entry = add_entry(fields);
      for (const auto name : py::cast<py::list>(fields[3])) add_name(entry, name);
    }
  }

  void read_patterns(const py::iterable& patterns) {
    for (const auto item : patterns) {
      const auto fields = py::cast<py::tuple>(item);
      const auto entry = add_entry(fields);
      builder_.add_pattern(entry, to_utf8(fields[3]));
    }
  }

  [[nodiscard]] Gazetteer build() {
    // Safe without the GIL: the builder holds copies and no Python object.
    const py::gil_scoped_release unlocked;
    return std::move(builder_).build();
  }

 private:
  std::uint32_t add_entry(const py::tuple& fields) {
    return builder_.add_entry({label(fields[0]), text(fields[1]), text(fields[2])});
  }

  void add_name(std::uint32_t entry, py::handle name) {
    if (PyUnicode_Check(name.ptr())) {
      builder_.add_name(entry, to_utf8(name));
      return;
    }
    std::vector<GazetteerWord> words;
    for (const auto item : py::cast<py::list>(name)) {
      const auto word = py::cast<py::tuple>(item);
      words.push_back({to_utf8(word[0]), py::cast<bool>(word[1])});
    }
    builder_.add_name(entry, words);
  }

  static std::string text(py::handle text) { return text.is_none() ? std::string() : to_utf8(text); }

  static Label label(py::handle label) {
    const auto name = to_utf8(label);
    const auto found = std::find(kLabelNames.begin(), kLabelNames.end(), name);
    if (found == kLabelNames.end()) {
      std::string all;
      for (const auto known : kLabelNames) all += (all.empty() ? "" : ", ") + std::string(known);
      raise_invalid_input("no such label", name, "the labels are " + all);
    }
    return static_cast<Label>(found - kLabelNames.begin());
  }

  GazetteerBuilder builder_;
};

Gazetteer build(const py::iterable& names, const py::iterable& patterns) {
  Reader reader;
  reader.read_names(names);
  reader.read_patterns(patterns);
  return reader.build();
}

py::bytes to_bytes(const Gazetteer& gazetteer) {
  std::string bytes;
  {
    // Safe without the GIL: a Gazetteer is immutable and touches no Python object.
    const py::gil_scoped_release unlocked;
    bytes = gazetteer.to_bytes();
  }
  return py::bytes(bytes);
}

Gazetteer from_bytes(const py::bytes& bytes) {
  const auto view = static_cast<std::string_view>(bytes);
  // Safe without the GIL: the caller's reference keeps the bytes, which are immutable.
  const py::gil_scoped_release unlocked;
  return Gazetteer::from_bytes(view);
}

}  // namespace

void register_gazetteer(py::module_& module) {
  py::options options;
  options.disable_function_signatures();
  py::class_<Gazetteer> gazetteer(module, "Gazetteer", py::is_final(),
                                  "Names and patterns that the user knows, ready to be matched. An Extractor makes one "
                                  "of its arguments `gazetteer` "
                                  "and `patterns` and has it as its attribute; others can be given it, and then share "
                                  "it. Immutable; any thread may "
                                  "use it.");
  gazetteer.attr("__module__") = "pullquote";
  gazetteer.def_static("_build", &build, "names"_a, "patterns"_a)
      .def_static("_from_bytes", &from_bytes, "source"_a, py::pos_only())
      .def_property_readonly("entries", &Gazetteer::entries, "How many people, organisations and so on it knows.")
      .def_property_readonly("names", &Gazetteer::names, "How many different names they have.")
      .def_property_readonly("patterns", &Gazetteer::patterns, "How many patterns they have.")
      .def_property_readonly("memory", &Gazetteer::memory, "How many bytes it holds, patterns aside.")
      .def("__repr__",
           [](const Gazetteer& self) {
             return "Gazetteer(" + std::to_string(self.entries()) + " entries, " + std::to_string(self.names()) +
                    " names, " + std::to_string(self.patterns()) + " patterns)";
           })
      .def("__reduce__", [](const Gazetteer& self) {
        return py::make_tuple(py::module_::import("pullquote._restoring").attr("gazetteer"),
                              py::make_tuple(to_bytes(self)));
      });
}

}  // namespace pullquote::python
