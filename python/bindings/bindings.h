#pragma once

#include <pybind11/pybind11.h>

// What the files of this folder share. The rest of the project knows no Python.

namespace pullquote::python {

namespace py = pybind11;

void register_errors(py::module_& module);
void register_document(py::module_& module);
void register_views(py::module_& module);  // after the document
void register_gazetteer(py::module_& module);
void register_verbs(py::module_& module);
void register_extractor(py::module_& module);

}  // namespace pullquote::python
