#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pullquote/document.h"

namespace pullquote::values {

/// The value of the words in square brackets, in the article around them: "It opens [on Friday]." Names of places that
/// the article is about may be marked with braces, as LOC: "{Mexico}".
[[nodiscard]] std::optional<Value> value_of(std::string_view article, Label label, std::string_view published = "");

/// "date 2019-01-23", "range 2010/2014", "date ?"; "none" where there is no value.
[[nodiscard]] std::string date_of(std::string_view article, std::string_view published = "2019-01-25");
/// First and last day: "2010-01-01 2014-12-31", "- -" where there are none.
[[nodiscard]] std::string days_of(std::string_view article, std::string_view published = "2019-01-25");
/// "120000000 USD", "5-10 ?", "? EUR".
[[nodiscard]] std::string money_of(std::string_view article);

}  // namespace pullquote::values
