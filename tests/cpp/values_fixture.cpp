#include "values_fixture.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "model/model_file.h"
#include "values/values.h"

namespace pullquote::values {

namespace {

// The tables that are shipped: what they say are facts of the world.
const Facts& shipped_facts() {
  static const auto model = model::ModelFile::open(PULLQUOTE_SOURCE_DIR "/python/pullquote/models/en.pqm");
  static const Facts facts{Places(model::FlagTable(model.section("countries"))),
                           Currencies(model::FlagTable(model.section("currencies")))};
  return facts;
}

struct Mark {
  Span span;
  std::string words;
  Label label;
};

tokens::TokenRange range_of(const tokens::TokenizedText& text, Span span) {
  const auto place = [&](const tokens::Token& token) { return text.text->to_original({token.begin, token.end}); };
  const auto first = std::partition_point(text.tokens.begin(), text.tokens.end(),
                                          [&](const auto& token) { return place(token).end <= span.start; });
  const auto last =
      std::partition_point(first, text.tokens.end(), [&](const auto& token) { return place(token).start < span.end; });
  return {static_cast<std::uint32_t>(first - text.tokens.begin()),
          static_cast<std::uint32_t>(last - text.tokens.begin())};
}

std::string number(double value) {
  char out[64];
  return {out, std::to_chars(out, out + sizeof out, value, std::chars_format::fixed).ptr};
}

}  // namespace

std::optional<Value> value_of(std::string_view article, Label label, std::string_view published) {
  std::string plain;
  std::vector<Mark> marks;
  std::uint32_t code_points = 0;
  for (const char c : article) {
    if (c == '[' || c == '{') {
      marks.push_back({{code_points, code_points}, {}, c == '[' ? label : Label::kLoc});
    } else if (c == ']' || c == '}') {
      marks.back().span.end = code_points;
    } else {
      plain += c;
      if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++code_points;
      if (!marks.empty() && marks.back().span.end == marks.back().span.start) marks.back().words += c;
    }
  }
  const text::Text text(plain);
  const auto tokens = tokens::analyse(text);
  entities::Linked linked;
  std::optional<std::size_t> wanted;
  for (const auto& mark : marks) {
    const auto number = static_cast<std::uint32_t>(linked.entities.size());
    if (mark.label == label && !wanted) wanted = number;
    linked.mentions.push_back(
        {.tokens = range_of(tokens, mark.span), .label = mark.label, .confidence = 1, .entity = number});
    linked.entities.push_back({.label = mark.label, .name = mark.words});
    linked.entities.back().mentions = {number};
  }
  const std::vector<float> salience(linked.entities.size(), 1.F / static_cast<float>(linked.entities.size()));
  const auto day = published.empty() ? std::nullopt : std::optional(parse_date(published));
  return find(tokens, linked, salience, shipped_facts(), day)[*wanted];
}

std::string date_of(std::string_view article, std::string_view published) {
  const auto value = value_of(article, Label::kDate, published);
  if (!value) return "none";
  const auto& date = std::get<DateValue>(*value);
  return std::string(name_of(date.type, kDateTypeNames)) + ' ' + (date.iso.empty() ? "?" : date.iso);
}

std::string days_of(std::string_view article, std::string_view published) {
  const auto value = value_of(article, Label::kDate, published);
  if (!value) return "none";
  const auto& date = std::get<DateValue>(*value);
  return (date.start.empty() ? "-" : date.start) + ' ' + (date.end.empty() ? "-" : date.end);
}

std::string money_of(std::string_view article) {
  const auto value = value_of(article, Label::kMoney);
  if (!value) return "none";
  const auto& money = std::get<MoneyValue>(*value);
  std::string amount = money.low ? number(*money.low) : "?";
  if (money.low != money.high) amount += '-' + number(*money.high);
  return amount + ' ' + (money.currency.empty() ? "?" : money.currency);
}

}  // namespace pullquote::values
