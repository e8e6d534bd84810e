#pragma once

#include <cstdint>
#include <string_view>

#include "pullquote/document.h"

namespace pullquote::bench {

/// Over every number and string of the answers, so that a change anywhere shows.
class Checksum {
 public:
  void add(std::uint64_t value) { sum_ = (sum_ ^ value) * 0x9e3779b97f4a7c15 + (sum_ >> 29); }
  void add(std::string_view text) {
    add(text.size());
    for (const char c : text) add(static_cast<std::uint64_t>(static_cast<unsigned char>(c)));
  }
  void add(Span span) { add(std::uint64_t{span.start} << 32 | span.end); }
  void add(const Document& document) {
    for (const auto& section : document.sections) {
      add(static_cast<std::uint64_t>(section.kind));
      add(section.span);
    }
    for (const auto& entity : document.entities) add(entity);
    for (const auto& quote : document.quotes) add(quote);
  }
  [[nodiscard]] std::uint64_t sum() const { return sum_; }

 private:
  void add(const Entity& entity) {
    add(static_cast<std::uint64_t>(entity.label));
    add(entity.name);
    for (const auto& alias : entity.aliases) add(alias);
    add(entity.role.value_or(""));
    for (const auto& mention : entity.mentions) add(mention.span);
  }
  void add(const Quote& quote) {
    add(static_cast<std::uint64_t>(quote.kind));
    add(quote.speaker ? *quote.speaker + std::uint64_t{1} : 0);
    for (const auto* const spans : {&quote.content, &quote.cue, &quote.source}) {
      add(spans->size());
      for (const auto span : *spans) add(span);
    }
  }

  std::uint64_t sum_ = 1;
};

}  // namespace pullquote::bench
