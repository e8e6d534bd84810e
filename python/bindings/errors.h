#pragma once

#include <exception>
#include <string>

#include "bindings.h"

namespace pullquote::python {

/// Raises pullquote.InputTypeError: a value of the wrong Python type.
[[noreturn]] void raise_input_type(const std::string& what, const std::string& where, const std::string& hint = "");

/// Raises pullquote.InvalidInputError: a value of the right type that cannot be.
[[noreturn]] void raise_invalid_input(const std::string& what, const std::string& where, const std::string& hint = "");

/// The Python exception that stands for one of C++, as an object. Call it with the GIL held.
[[nodiscard]] py::object to_python(const std::exception_ptr& exception);

/// "int", "list" …: the type of a value, for a message.
[[nodiscard]] std::string type_name(py::handle value);

}  // namespace pullquote::python
