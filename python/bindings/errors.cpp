#include "errors.h"

#include <new>
#include <string_view>

#include "pullquote/error.h"

namespace pullquote::python {

namespace {

// A message may quote what a caller passed, cut in the middle of a character.
py::str decode(std::string_view text) {
  PyObject* decoded = PyUnicode_DecodeUTF8(text.data(), static_cast<Py_ssize_t>(text.size()), "replace");
  if (decoded == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::str>(decoded);
}

// The classes are looked up at each use, since a cached one would be shared between interpreters; errors are rare.
py::object make(const char* class_name, std::string_view code, std::string_view what, std::string_view where,
                std::string_view hint) {
  using namespace py::literals;
  return py::module_::import("pullquote.errors")
      .attr(class_name)(decode(what), "where"_a = decode(where), "hint"_a = decode(hint), "code"_a = decode(code));
}

py::object make(const Error& error) {
  const char* class_name = "PullquoteError";
  switch (error.code()) {
    case ErrorCode::kTextTooLong:
    case ErrorCode::kInvalidDate:
    case ErrorCode::kInvalidName:
    case ErrorCode::kInvalidPattern:
      class_name = "InvalidInputError";
      break;
    case ErrorCode::kModelNotFound:
    case ErrorCode::kModelCorrupt:
    case ErrorCode::kModelVersion:
      class_name = "ModelError";
      break;
  }
  return make(class_name, error_name(error.code()), error.problem(), error.where(), error.hint());
}

void set_error(const py::object& exception) { PyErr_SetObject(py::type::handle_of(exception).ptr(), exception.ptr()); }

}  // namespace

void raise_input_type(const std::string& what, const std::string& where, const std::string& hint) {
  set_error(make("InputTypeError", "input-type", what, where, hint));
  throw py::error_already_set();
}

void raise_invalid_input(const std::string& what, const std::string& where, const std::string& hint) {
  set_error(make("InvalidInputError", "invalid-input", what, where, hint));
  throw py::error_already_set();
}

py::object to_python(const std::exception_ptr& exception) {
  try {
    std::rethrow_exception(exception);
  } catch (const Error& error) {
    return make(error);
  } catch (const std::bad_alloc&) {
    return py::reinterpret_borrow<py::object>(PyExc_MemoryError)();
  } catch (const std::exception& error) {
    return py::reinterpret_borrow<py::object>(PyExc_RuntimeError)(decode(error.what()));
  }
}

std::string type_name(py::handle value) { return py::cast<std::string>(py::type::handle_of(value).attr("__name__")); }

void register_errors(py::module_& /*module*/) {
  py::register_local_exception_translator([](std::exception_ptr exception) {
    try {
      std::rethrow_exception(exception);
    } catch (const Error& error) {
      set_error(make(error));
    }
  });
}

}  // namespace pullquote::python
