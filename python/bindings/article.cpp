#include "article.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <string>

#include "errors.h"

namespace pullquote::python {

namespace {

py::object encode(py::handle text) {
  PyObject* bytes = PyUnicode_AsEncodedString(text.ptr(), "utf-8", "surrogatepass");
  if (bytes == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::object>(bytes);
}

std::string_view view(const py::object& bytes) {
  return {PyBytes_AS_STRING(bytes.ptr()), static_cast<std::size_t>(PyBytes_GET_SIZE(bytes.ptr()))};
}

// A str of the caller, or what bytes decode to. A subclass of str becomes a plain one, since it may override slicing.
py::str decode_text(py::handle text) {
  if (PyUnicode_CheckExact(text.ptr())) return py::reinterpret_borrow<py::str>(text);
  PyObject* decoded = nullptr;
  if (PyUnicode_Check(text.ptr())) {
    decoded = PyUnicode_FromObject(text.ptr());
  } else if (PyBytes_Check(text.ptr())) {
    decoded = PyUnicode_DecodeUTF8(PyBytes_AS_STRING(text.ptr()), PyBytes_GET_SIZE(text.ptr()), "replace");
  } else {
    raise_input_type("expected str or bytes, found " + type_name(text), "text");
  }
  if (decoded == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::str>(decoded);
}

py::object check_id(py::handle id) {
  if (!id.is_none() && !PyUnicode_Check(id.ptr())) {
    raise_input_type("expected str or None, found " + type_name(id), "id", "write str(…) around it");
  }
  return py::reinterpret_borrow<py::object>(id);
}

std::optional<Date> read_date(py::handle published) {
  if (published.is_none()) return std::nullopt;
  if (PyUnicode_Check(published.ptr())) return parse_date(to_utf8(published));
  // Imported here: most programs that pass no date never need the module. A datetime is a date, and its day is meant.
  if (py::isinstance(published, py::module_::import("datetime").attr("date"))) {
    return Date{py::cast<int>(published.attr("year")), py::cast<unsigned>(published.attr("month")),
                py::cast<unsigned>(published.attr("day"))};
  }
  raise_input_type("expected datetime.date, a str such as \"2019-01-25\", or None, found " + type_name(published),
                   "published");
}

}  // namespace

Article::Article(py::handle source, py::handle name, py::handle day)
    : text(decode_text(source)), id(check_id(name)), published(read_date(day)) {
  // An ASCII str is its own UTF-8. Any other is encoded beside it: Python's own UTF-8 form would stay in memory as long
  // as the caller's str does.
  if (PyUnicode_IS_ASCII(text.ptr())) {
    utf8_ = {static_cast<const char*>(PyUnicode_DATA(text.ptr())),
             static_cast<std::size_t>(PyUnicode_GET_LENGTH(text.ptr()))};
  } else {
    encoded_ = encode(text);
    utf8_ = view(encoded_);
  }
}

py::str Record::slice(Span span) const {
  PyObject* part = PyUnicode_Substring(text.ptr(), span.start, span.end);
  if (part == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::str>(part);
}

py::str to_str(std::string_view utf8) {
  PyObject* text = PyUnicode_DecodeUTF8(utf8.data(), static_cast<Py_ssize_t>(utf8.size()), "surrogatepass");
  if (text == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::str>(text);
}

std::string to_utf8(py::handle text) { return std::string(view(encode(text))); }

py::object iso_date(const std::optional<Date>& date) {
  if (!date) return py::none();
  std::array<char, 40> text{};
  const int length = std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", date->year, date->month, date->day);
  return py::str(text.data(), static_cast<std::size_t>(length));
}

double shortest(float value) {
  std::array<char, 40> text{};
  const auto written = std::to_chars(text.data(), text.data() + text.size(), value);
  double result = value;
  std::from_chars(text.data(), written.ptr, result);
  return result;
}

}  // namespace pullquote::python
