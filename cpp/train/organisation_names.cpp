#include "organisation_names.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "article_words.h"
#include "readers.h"

namespace pullquote::train {

namespace {

// What a company is called in the news, besides its full name.
std::string without_legal_form(std::string name) {
  constexpr std::array<std::string_view, 12> kForms = {" Inc.",        ", Inc.",   " Inc", " Corp.",
                                                       " Corporation", " Company", " Co.", " Ltd.",
                                                       " Holdings",    " plc",     " PLC", " N.V."};
  for (bool cut = true; cut;) {
    cut = false;
    for (const auto form : kForms) {
      if (!name.ends_with(form)) continue;
      name.resize(name.size() - form.size());
      cut = true;
    }
    while (name.ends_with(',') || name.ends_with(' ')) name.pop_back();
  }
  return name;
}

bool is_organisation_title(const std::string& title) {
  constexpr std::array<std::string_view, 9> kNotNames = {"Category:",   "List of ",    "Template:",
                                                         "Portal:",     "Wikipedia:",  "Lists of ",
                                                         "History of ", "Outline of ", "File:"};
  return starts_upper(title) && title.find('(') == std::string::npos && title.find(',') == std::string::npos &&
         title.find('/') == std::string::npos &&
         std::none_of(kNotNames.begin(), kNotNames.end(), [&](auto start) { return title.starts_with(start); });
}

}  // namespace

std::string before_bracket(const std::string& name) {
  auto kept = name.substr(0, name.find('('));
  while (kept.ends_with(' ')) kept.pop_back();
  return kept;
}

std::vector<std::string> listed_organisations(const std::filesystem::path& lexicons) {
  std::vector<std::string> names;
  for (const auto& row : read_table(lexicons / "sp500.csv", ',')) {
    names.push_back(before_bracket(row.at("Security")));
    names.push_back(without_legal_form(names.back()));
  }
  for (const auto& name : read_json_strings(lexicons / "newspapers.json", "newspapers")) names.push_back(name);
  for (const auto& name : read_json_strings(lexicons / "us-federal-agencies.json", "agencies")) names.push_back(name);
  return names;
}

std::vector<std::string> catalogued_organisations(const std::filesystem::path& lexicons) {
  std::vector<std::string> names;
  for (const auto* const file : {"WikiOrganizations.lst", "government.government_agency"}) {
    for (const auto& title : read_lines(lexicons / file)) {
      if (!is_organisation_title(title)) continue;
      names.push_back(title.starts_with("The ") ? title.substr(4) : title);
    }
  }
  return names;
}

}  // namespace pullquote::train
