#include <cmath>
#include <string>
#include <string_view>

#include "schema.h"

// The three forms of an entity's value. "type" says which it is: that of a date, "money", or that of a place.

namespace pullquote::python {

namespace {

using namespace py::literals;

constexpr double kMostExact = 9007199254740992;  // 2^53: up to here a double that is whole is that integer

py::object text_or_none(const std::string& text) { return text.empty() ? py::object(py::none()) : py::str(text); }

// 120000000 rather than 120000000.0.
py::object number(double value) {
  if (value == std::floor(value) && value <= kMostExact) return py::int_(static_cast<long long>(value));
  return py::float_(value);
}

py::object amount(const MoneyValue& money) {
  if (!money.low) return py::none();
  if (!money.high || *money.high == *money.low) return number(*money.low);
  py::list ends;
  ends.append(number(*money.low));
  ends.append(number(*money.high));
  return ends;
}

py::dict write(const DateValue& date) {
  return py::dict("type"_a = name_of(date.type, kDateTypeNames), "iso"_a = text_or_none(date.iso),
                  "start"_a = text_or_none(date.start), "end"_a = text_or_none(date.end));
}

py::dict write(const MoneyValue& money) {
  return py::dict("type"_a = "money", "amount"_a = amount(money), "currency"_a = text_or_none(money.currency));
}

py::dict write(const PlaceValue& place) {
  return py::dict("type"_a = name_of(place.type, kPlaceTypeNames), "country"_a = place.country,
                  "alpha3"_a = place.alpha3);
}

}  // namespace

py::object write_value(const std::optional<Value>& value) {
  if (!value) return py::none();
  return std::visit([](const auto& known) -> py::object { return write(known); }, *value);
}

}  // namespace pullquote::python
