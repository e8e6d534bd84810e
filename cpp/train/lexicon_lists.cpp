#include "lexicon_lists.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <stdexcept>

#include "article_words.h"
#include "features/word_list.h"
#include "organisation_names.h"
#include "readers.h"
#include "text/unicode.h"

namespace pullquote::train {

namespace {

using features::NameClass;

constexpr std::uint32_t kFirstNames = features::kMaleFirstName | features::kFemaleFirstName;
constexpr std::size_t kCensusSurnames = 30000;  // beyond, each has fewer than one bearer in 200,000 Americans
constexpr std::size_t kFrequentSurnames = 3000;

constexpr std::array<std::pair<std::string_view, std::uint32_t>, 10> kSupplementClasses = {{
    {"male", features::kMaleFirstName},
    {"female", features::kFemaleFirstName},
    {"surname", features::kSurname},
    {"country", features::kCountry},
    {"demonym", features::kDemonym},
    {"capital", features::kCapital},
    {"city", features::kCity},
    {"region", features::kRegion},
    {"organisation", features::kOrganisation},
    {"word", features::kGivenAsWord},
}};

class ListReader {
 public:
  ListReader(const Sources& sources, const WordCounts& counts)
      : lexicons_(sources.data / "lexicons"), supplement_(sources.supplement), counts_(counts) {}

  LexiconBuilder read() && {
    read_first_names();
    read_countries();
    read_surnames();
    read_cities();
    read_supplement();
    read_organisations();
    mark_words();
    return std::move(lexicon_);
  }

 private:
  // The census counts a name under both sexes where a few bearers, or clerks, gave the other one.
  void read_first_names() {
    std::map<std::string, std::array<double, 2>> shares;
    const std::array<std::string, 2> sexes = {"male", "female"};
    const std::array<std::uint32_t, 2> classes = {features::kMaleFirstName, features::kFemaleFirstName};
    for (std::size_t sex = 0; sex < 2; ++sex) {
      for (const auto& row : read_table(lexicons_ / ("census-first-" + sexes[sex] + ".csv"), ',')) {
        shares[text::to_lower(row.at("name"))][sex] = std::stod(row.at("col2"));
      }
    }
    constexpr double kRareShare = 0.05;  // of all bearers
    const auto rare = [&](const std::string& name, std::size_t sex) {
      const auto found = shares.find(name);
      return found != shares.end() && found->second[sex] < kRareShare * found->second[1 - sex];
    };
    for (std::size_t sex = 0; sex < 2; ++sex) {
      for (const auto& name : read_lines(lexicons_ / ("first-names-" + sexes[sex] + ".txt"))) {
        if (!rare(text::to_lower(name), sex)) lexicon_.add(name, classes[sex]);
      }
      for (const auto& [name, share] : shares) {
        if (share[sex] > 0 && !rare(name, sex)) lexicon_.add(name, classes[sex]);
      }
    }
    std::map<std::string, std::uint32_t> nicknames;
    for (const auto& row : read_table(lexicons_ / "nicknames.csv", ',')) {
      nicknames[row.at("name2")] |= lexicon_.find(row.at("name1")) & kFirstNames;
    }
    for (const auto& [name, sex] : nicknames) {
      if ((lexicon_.find(name) & kFirstNames) == 0) lexicon_.add(name, sex);
    }
  }

  void read_countries() {
    for (const auto& row : read_table(lexicons_ / "countries.tsv", '\t')) {
      lexicon_.add(row.at("common"), features::kCountry);
      lexicon_.add(row.at("official"), features::kCountry);
      for (const auto& other : split(row.at("alt"), '|')) {
        // Two letters are a code, which headlines full of capitals would take for a country; commas are a catalogue's
        // order.
        if (other.size() > 2 && other.find(',') == std::string::npos) lexicon_.add(other, features::kCountry);
      }
      if (!row.at("capital").empty()) lexicon_.add(row.at("capital"), features::kCapital | features::kCity);
      add_demonym(row.at("demonym"));
    }
  }

  void add_demonym(const std::string& demonym) {
    if (demonym.empty()) return;
    lexicon_.add(demonym, features::kDemonym);
    const bool one_form = demonym.ends_with("ese") || demonym.ends_with("sh") || demonym.ends_with("ch") ||
                          demonym.ends_with("ss") || demonym.ends_with("s");
    if (!one_form) lexicon_.add(demonym + "s", features::kDemonym);
  }

  // A word hardly ever capitalised inside a sentence is no surname in the news, whoever bears it.
  [[nodiscard]] bool never_capitalised(const std::string& key) const {
    const auto count = counts_.of(key);
    return count.lower >= 20 && count.capitalised * 30 < count.lower;
  }

  void read_surnames() {
    const auto rows = read_table(lexicons_ / "census-surnames.csv", ',');
    for (std::size_t i = 0; i < std::min(kCensusSurnames, rows.size()); ++i) {
      add_surname(text::to_lower(rows[i].at("name")), i < kFrequentSurnames);
    }
    for (const auto& name : read_lines(lexicons_ / "surnames-all.txt")) add_surname(text::to_lower(name), false);
  }

  void add_surname(const std::string& name, bool frequent) {
    constexpr std::uint32_t kNotPeople =
        features::kCountry | features::kDemonym | features::kCapital | features::kRegion;
    if (name.size() < 2 || never_capitalised(name) || features::word_classes(name) != 0) return;
    if (!frequent && (lexicon_.find(name) & kNotPeople) != 0) return;
    lexicon_.add(name, features::kSurname);
  }

  // A name of people that is also a place keeps the place where running text has it after "in" and its like often
  // enough.
  [[nodiscard]] bool is_place(const std::string& key) const {
    const auto count = counts_.of(key);
    if (never_capitalised(key)) return false;
    if ((lexicon_.find(key) & (kFirstNames | features::kSurname | features::kDemonym)) == 0) return true;
    return count.placed >= 2 && count.placed * 12 > count.capitalised;
  }

  void read_cities() {
    std::set<std::string> regions;
    for (const auto& row : read_table(lexicons_ / "world-cities.csv", ',')) {
      if (is_place(text::to_lower(spaced(row.at("name"))))) lexicon_.add(row.at("name"), features::kCity);
      regions.insert(row.at("subcountry"));
    }
    for (const auto& region : regions) {
      if (is_place(text::to_lower(spaced(region)))) lexicon_.add(region, features::kRegion);
    }
  }

  void read_supplement() {
    for (const auto& line : read_lines(supplement_)) {
      if (line.empty() || line.starts_with('#')) continue;
      const auto fields = split(line, '\t');
      const auto found = std::find_if(kSupplementClasses.begin(), kSupplementClasses.end(),
                                      [&](const auto& entry) { return entry.first == fields.front(); });
      if (fields.size() != 2 || found == kSupplementClasses.end()) {
        throw std::runtime_error(supplement_.string() + ": not a class, a tab and names: " + line);
      }
      for (const auto& name : split(fields[1], '|')) {
        if (found->second == features::kDemonym) {
          add_demonym(name);
        } else {
          lexicon_.add(name, found->second);
        }
      }
    }
  }

  void read_organisations() {
    for (const auto& name : listed_organisations(lexicons_)) lexicon_.add(name, features::kOrganisation);
    for (const auto& name : catalogued_organisations(lexicons_)) {
      const auto words = spaced(name);
      if (!is_attested_organisation(words)) continue;
      lexicon_.add(words, features::kOrganisation);
    }
  }

  [[nodiscard]] bool is_attested_organisation(const std::string& name) const {
    const auto key = text::to_lower(name);
    const auto words = split(key, ' ');
    if (words.size() == 1) {
      const auto count = counts_.of(key);
      return name.size() > 2 && (lexicon_.find(key) & ~features::kGivenAsWord) == 0 && counts_.seen(name) >= 3 &&
             count.lower * 4 < count.capitalised && features::word_classes(key) == 0;
    }
    constexpr std::uint32_t kOther = features::kCountry | features::kDemonym | features::kCapital | features::kCity |
                                     features::kRegion | features::kSurname;
    if (counts_.seen(name) < 2 || (lexicon_.find(key) & kOther) != 0) return false;
    // The catalogue holds people too, and offices.
    const bool person =
        (lexicon_.find(words.front()) & kFirstNames) != 0 && (lexicon_.find(words.back()) & features::kSurname) != 0;
    constexpr std::uint32_t kNoHead = features::kRole | features::kEventHead | features::kPlaceHead |
                                      features::kFacilityHead | features::kMonth | features::kWeekday |
                                      features::kHonorific;
    return !person && (features::word_classes(words.back()) & kNoHead) == 0 &&
           (features::word_classes(words.front()) & (features::kRole | features::kHonorific | features::kFunction)) ==
               0;
  }

  void mark_words() {
    std::vector<std::string> also_words;
    for (const auto& [key, classes] : lexicon_.entries()) {
      const auto count = counts_.of(key);
      if (count.lower >= 5 && count.lower * 8 > count.capitalised) also_words.push_back(key);
    }
    for (const auto& key : also_words) lexicon_.mark(key, features::kGivenAsWord);
    for (const auto& [word, count] : counts_.words()) {
      if (count.lower >= 3 && count.lower >= 9 * count.capitalised) lexicon_.add(word, features::kCommonWord);
    }
  }

  std::filesystem::path lexicons_;
  std::filesystem::path supplement_;
  const WordCounts& counts_;
  LexiconBuilder lexicon_;
};

}  // namespace

void read_running_text(const Sources& sources, WordCounts& counts) {
  for (const auto* const file : {"news.txt.gz", "english.txt.gz"}) {
    each_line(sources.data / "unlabelled" / file, [&](std::string_view line) {
      analyse(line, [&](const tokens::TokenizedText& text) { counts.read(text); });
    });
  }
}

LexiconBuilder read_lexicon(const Sources& sources) {
  WordCounts counts;
  for (const auto& name : catalogued_organisations(sources.data / "lexicons")) counts.watch(spaced(name));
  read_running_text(sources, counts);
  return ListReader(sources, counts).read();
}

}  // namespace pullquote::train
