#include "values/values.h"

#include <algorithm>
#include <map>
#include <string>

#include "dates.h"
#include "features/word_list.h"
#include "money.h"
#include "tense.h"
#include "text/unicode.h"

namespace pullquote::values {

namespace {

using tokens::TokenRange;

constexpr std::uint32_t kLongestMention = 40;  // tokens; nothing longer can be read
constexpr std::uint32_t kBefore = 3;           // tokens around a mention that may change what it means
constexpr std::uint32_t kAfter = 2;
constexpr std::uint32_t kDatelineReach = 40;  // tokens of a dateline or byline in which its date must stand

class Valuer {
 public:
  Valuer(const tokens::TokenizedText& text, const entities::Linked& linked, std::span<const float> salience,
         const Facts& facts)
      : text_(text), linked_(linked), salience_(salience), facts_(facts) {}

  std::vector<std::optional<Value>> find(const std::optional<Date>& published) {
    values_.resize(linked_.entities.size());
    find_places();
    context_.anchor = published ? to_day(*published) : date_of_article();
    // The United States and the Philippines write the month first.
    if (!countries_.empty()) {
      context_.month_first = countries_.front().country == "US" || countries_.front().country == "PH";
    }
    for (std::size_t e = 0; e < linked_.entities.size(); ++e) {
      const auto label = linked_.entities[e].label;
      if (label == Label::kDate) values_[e] = first_settled<DateValue>(e, [&](auto m) { return date(m); });
      if (label == Label::kMoney) values_[e] = first_settled<MoneyValue>(e, [&](auto m) { return money(m); });
    }
    return std::move(values_);
  }

 private:
  static bool is_settled(const DateValue& value) { return !value.iso.empty(); }
  static bool is_settled(const MoneyValue& value) { return value.low && !value.currency.empty(); }

  template <class Kind, class Read>
  [[nodiscard]] std::optional<Value> first_settled(std::size_t e, const Read& read) const {
    std::optional<Value> best;
    for (const auto m : linked_.entities[e].mentions) {
      const std::optional<Kind> value = read(m);
      if (!value) continue;
      if (is_settled(*value)) return *value;
      if (!best) best = *value;
    }
    return best;
  }

  [[nodiscard]] TokenRange sentence_of(std::uint32_t token) const {
    const auto after = std::upper_bound(text_.sentences.begin(), text_.sentences.end(), token,
                                        [](std::uint32_t t, const auto& s) { return t < s.tokens.first; });
    return after == text_.sentences.begin() ? TokenRange{token, token + 1} : std::prev(after)->tokens;
  }

  [[nodiscard]] std::optional<Lexemes> lexemes_of(TokenRange mention, TokenRange sentence) const {
    if (mention.size() > kLongestMention) return std::nullopt;
    const TokenRange around = {std::max(sentence.first, mention.first - std::min(mention.first, kBefore)),
                               std::max(mention.last, std::min(sentence.last, mention.last + kAfter))};
    return Lexemes(text_, around, mention);
  }

  [[nodiscard]] std::optional<DateValue> date(std::uint32_t m) const {
    const auto mention = linked_.mentions[m].tokens;
    const auto sentence = sentence_of(mention.first);
    const auto lexemes = lexemes_of(mention, sentence);
    if (!lexemes) return std::nullopt;
    auto context = context_;
    context.direction = direction_of(text_, sentence, mention);
    return read_date(*lexemes, context);
  }

  [[nodiscard]] std::optional<MoneyValue> money(std::uint32_t m) const {
    const auto mention = linked_.mentions[m].tokens;
    const auto lexemes = lexemes_of(mention, sentence_of(mention.first));
    return lexemes ? read_money(*lexemes, facts_, countries_) : std::nullopt;
  }

  // "CARACAS, Jan. 24, 2019 (Reuters) -", "25 January 2019 10:30".
  [[nodiscard]] std::optional<Day> date_of_article() const {
    for (const auto& section : text_.sections) {
      if (section.kind != SectionKind::kDateline && section.kind != SectionKind::kByline) continue;
      if (section.tokens.empty()) continue;
      const TokenRange range = {section.tokens.first,
                                std::min(section.tokens.last, section.tokens.first + kDatelineReach)};
      if (const auto day = find_full_day(Lexemes(text_, range, range))) return day;
    }
    return std::nullopt;
  }

  // ---- countries

  void find_places() {
    std::vector<std::optional<Place>> places(linked_.entities.size());
    std::map<std::string, double> weights;
    for (std::size_t e = 0; e < linked_.entities.size(); ++e) {
      places[e] = place_of(linked_.entities[e]);
      if (places[e] && !places[e]->shared) weights[places[e]->country] += salience_[e];
    }
    for (std::size_t e = 0; e < linked_.entities.size(); ++e) {
      auto& place = places[e];
      if (!place) continue;
      if (place->shared) {
        // "Georgia" is the country where the article has Georgians or Tbilisi too.
        const auto known = weights.find(place->country);
        if (known == weights.end()) continue;
        known->second += salience_[e];
      }
      values_[e] = PlaceValue{place->type, place->country, place->alpha3};
    }
    for (const auto& [country, weight] : weights) countries_.push_back({country, weight});
    std::stable_sort(countries_.begin(), countries_.end(),
                     [](const auto& a, const auto& b) { return a.weight > b.weight; });
  }

  [[nodiscard]] std::optional<Place> place_of(const entities::Entity& entity) const {
    if (entity.label != Label::kLoc && entity.label != Label::kNorp) return std::nullopt;
    if (auto place = place_named(entity.name)) return place;
    for (const auto& alias : entity.aliases) {
      if (auto place = place_named(alias)) return place;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Place> place_named(std::string_view name) const {
    constexpr std::size_t kLongestName = 80;  // bytes
    if (name.size() > kLongestName) return std::nullopt;
    const auto lower = text::to_lower(name);
    auto key = std::string_view(lower);
    if (key.starts_with("the ")) key.remove_prefix(4);
    if (auto place = facts_.places.find(features::usual_country(key))) return place;
    return facts_.places.find(key);
  }

  const tokens::TokenizedText& text_;
  const entities::Linked& linked_;
  std::span<const float> salience_;
  const Facts& facts_;
  DateContext context_;
  std::vector<Weighed> countries_;
  std::vector<std::optional<Value>> values_;
};

}  // namespace

std::vector<std::optional<Value>> find(const tokens::TokenizedText& text, const entities::Linked& linked,
                                       std::span<const float> salience, const Facts& facts,
                                       const std::optional<Date>& published) {
  return Valuer(text, linked, salience, facts).find(published);
}

}  // namespace pullquote::values
