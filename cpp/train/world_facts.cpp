#include "world_facts.h"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

#include "model/flag_table.h"
#include "readers.h"
#include "text/unicode.h"

namespace pullquote::train {

namespace {

using values::Place;

class PlaceReader {
 public:
  void read(const std::filesystem::path& lexicons, const std::filesystem::path& own) {
    const auto rows = read_table(lexicons / "countries.tsv", '\t');
    for (const auto& row : rows) alpha3_[row.at("iso2")] = row.at("iso3");
    read_own(own);
    // A name of a country is that before it is a capital ("Singapore") or a people ("Djibouti").
    for (const auto& row : rows) {
      const auto& code = row.at("iso2");
      for (const auto* const column : {"common", "official"}) add(row.at(column), PlaceType::kCountry, code);
      for (const auto& other : split(row.at("alt"), '|')) {
        // Two letters are a code, which a headline in capitals may hold for another reason.
        if (other.size() > 3 && other.find_first_of(",(") == std::string::npos) add(other, PlaceType::kCountry, code);
      }
    }
    settle();
    for (const auto& row : rows) {
      for (const auto& capital : split(row.at("capital"), '|')) add(capital, PlaceType::kCapital, row.at("iso2"));
    }
    settle();
    for (const auto& row : rows) {
      const auto& demonym = row.at("demonym");
      if (demonym.find(',') != std::string::npos || demonym.find(" or ") != std::string::npos) continue;
      add(demonym, PlaceType::kDemonym, row.at("iso2"));
      if (demonym.ends_with("an") || demonym.ends_with("i")) add(demonym + "s", PlaceType::kDemonym, row.at("iso2"));
    }
    settle();
  }

  [[nodiscard]] std::vector<std::pair<std::string, Place>> places() const {
    std::vector<std::pair<std::string, Place>> out;
    for (const auto& [key, place] : settled_) {
      if (!place.country.empty()) out.emplace_back(key, place);
    }
    return out;
  }

 private:
  void read_own(const std::filesystem::path& file) {
    for (const auto& line : read_lines(file)) {
      if (line.empty() || line.starts_with('#')) continue;
      const auto fields = split(line, '\t');
      const auto fail = [&](const char* what) { throw std::runtime_error(file.string() + ": " + what + ": " + line); };
      if (fields.size() != 3) fail("not a code, a class and names, with tabs between them");
      const auto type = std::find(kPlaceTypeNames.begin(), kPlaceTypeNames.end(), fields[1]);
      if (type == kPlaceTypeNames.end()) fail("no such class");
      const bool nobody = fields[0] == "-";
      if (!nobody && !alpha3_.contains(fields[0])) fail("no such country");
      for (auto name : split(fields[2], '|')) {
        const bool shared = name.ends_with('?');
        if (shared) name.pop_back();
        Place place;
        if (!nobody)
          place = {static_cast<PlaceType>(type - kPlaceTypeNames.begin()), fields[0], alpha3_[fields[0]], shared};
        settled_.emplace(key(name), std::move(place));
      }
    }
  }

  static std::string key(std::string_view name) {
    auto lower = text::to_lower(name);
    if (lower.starts_with("the ")) lower.erase(0, 4);
    return lower;
  }

  void add(const std::string& name, PlaceType type, const std::string& country) {
    if (name.empty()) return;
    auto lower = key(name);
    if (settled_.contains(lower)) return;
    auto& claim = claims_[std::move(lower)];
    claim.countries.insert(country);
    claim.type = type;
  }

  // What several countries claim is nobody's.
  void settle() {
    for (const auto& [name, claim] : claims_) {
      if (claim.countries.size() > 1) continue;
      const auto& country = *claim.countries.begin();
      settled_.emplace(name, Place{claim.type, country, alpha3_[country]});
    }
    claims_.clear();
  }

  struct Claim {
    PlaceType type = PlaceType::kCountry;
    std::set<std::string> countries;
  };
  std::map<std::string, std::string> alpha3_;
  std::map<std::string, Place> settled_;  // an empty country: a name that stands for none
  std::map<std::string, Claim> claims_;
};

}  // namespace

std::vector<std::pair<std::string, Place>> read_places(const std::filesystem::path& lexicons,
                                                       const std::filesystem::path& own) {
  PlaceReader reader;
  reader.read(lexicons, own);
  return reader.places();
}

std::vector<std::byte> build_places(const std::vector<std::pair<std::string, Place>>& places) {
  std::vector<std::pair<std::string, std::uint32_t>> entries;
  for (const auto& [name, place] : places) entries.emplace_back(name, values::pack(place));
  return model::FlagTable::build(std::move(entries));
}

std::vector<std::byte> build_currencies(const std::filesystem::path& own) {
  struct Unit {
    bool hundredth = false;
    std::set<std::string> currencies;
    std::string by_itself;
  };
  std::map<std::string, Unit> units;
  std::vector<std::pair<std::string, std::uint32_t>> entries;
  const auto add = [&](std::string unit, const std::string& code, bool hundredth) {
    const bool by_itself = unit.ends_with('*');
    if (by_itself) unit.pop_back();
    auto& known = units[text::to_lower(unit)];
    known.hundredth = hundredth;
    known.currencies.insert(code);
    if (by_itself) known.by_itself = code;
  };
  for (const auto& line : read_lines(own)) {
    if (line.empty() || line.starts_with('#')) continue;
    const auto fields = split(line, '\t');
    const auto& code = fields.front();
    const bool sound = fields.size() == 4 && code.size() == 3 &&
                       std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!sound) throw std::runtime_error(own.string() + ": not a code, countries, units and hundredths: " + line);
    for (const auto& country : split(fields[1], '|')) {
      if (!country.empty()) entries.emplace_back("@" + country, values::pack_currency(code));
    }
    add(code, code, false);
    for (const auto& unit : split(fields[2], '|')) {
      if (!unit.empty()) add(unit, code, false);
    }
    for (const auto& unit : split(fields[3], '|')) {
      if (!unit.empty()) add(unit, code, true);
    }
  }
  for (const auto& [name, unit] : units) {
    const auto flags = values::kIsUnit | (unit.hundredth ? values::kIsHundredth : 0);
    const auto by_itself = unit.currencies.size() == 1 ? *unit.currencies.begin() : unit.by_itself;
    entries.emplace_back(name, flags | (by_itself.empty() ? 0 : values::pack_currency(by_itself)));
    for (const auto& code : unit.currencies) entries.emplace_back(name + " " + code, flags);
  }
  return model::FlagTable::build(std::move(entries));
}

}  // namespace pullquote::train
