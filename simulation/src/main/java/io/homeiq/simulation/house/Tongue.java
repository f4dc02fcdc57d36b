package io.homeiq.simulation.house;

import java.util.List;

/** How people name their rooms and things. The words stand in the order of {@link Room} and {@link Role}. */
public enum Tongue {
    ENGLISH(
            "Living room,Kitchen,Bathroom,Bedroom,Hall,Office,Garden,Nursery,Garage,Laundry,Dining room,Pantry,Cellar,"
                    + "Guest room,Attic",
            "light,lamp,socket,coffee machine,kettle,heater,fan,TV,radio,shutter,lock,motion,door,window,bed,temperature,"
                    + "humidity,brightness,power,pump,robot"),
    GERMAN(
            "Wohnzimmer,Küche,Bad,Schlafzimmer,Flur,Büro,Garten,Kinderzimmer,Garage,Waschküche,Esszimmer,Vorrat,Keller,"
                    + "Gästezimmer,Dachboden",
            "Licht,Lampe,Steckdose,Kaffeemaschine,Wasserkocher,Heizer,Lüfter,Fernseher,Radio,Rollladen,Schloss,Bewegung,"
                    + "Tür,Fenster,Bett,Temperatur,Feuchte,Helligkeit,Leistung,Pumpe,Saugroboter"),
    DUTCH(
            "Woonkamer,Keuken,Badkamer,Slaapkamer,Gang,Kantoor,Tuin,Kinderkamer,Garage,Bijkeuken,Eetkamer,Voorraad,Kelder,"
                    + "Logeerkamer,Zolder",
            "licht,lamp,stopcontact,koffie,waterkoker,kachel,ventilator,tv,radio,rolluik,slot,beweging,deur,raam,bed,"
                    + "temperatuur,vochtigheid,helderheid,vermogen,pomp,robot"),
    FRENCH(
            "Salon,Cuisine,Salle de bain,Chambre,Couloir,Bureau,Jardin,Chambre enfant,Garage,Buanderie,Salle à manger,"
                    + "Cellier,Cave,Chambre amis,Grenier",
            "lumière,lampe,prise,cafetière,bouilloire,chauffage,ventilateur,télé,radio,volet,serrure,mouvement,porte,"
                    + "fenêtre,lit,température,humidité,luminosité,puissance,pompe,robot"),
    SPANISH(
            "Salón,Cocina,Baño,Dormitorio,Pasillo,Despacho,Jardín,Cuarto infantil,Garaje,Lavadero,Comedor,Despensa,Sótano,"
                    + "Cuarto invitados,Desván",
            "luz,lámpara,enchufe,cafetera,hervidor,estufa,ventilador,tele,radio,persiana,cerradura,movimiento,puerta,"
                    + "ventana,cama,temperatura,humedad,luminosidad,potencia,bomba,robot"),
    SWEDISH(
            "Vardagsrum,Kök,Badrum,Sovrum,Hall,Kontor,Trädgård,Barnrum,Garage,Tvättstuga,Matsal,Skafferi,Källare,Gästrum,"
                    + "Vind",
            "ljus,lampa,uttag,kaffe,vattenkokare,element,fläkt,tv,radio,jalusi,lås,rörelse,dörr,fönster,säng,temperatur,"
                    + "fuktighet,ljusstyrka,effekt,pump,robot");

    private final String rooms;
    private final String things;

    Tongue(String rooms, String things) {
        this.rooms = rooms;
        this.things = things;
    }

    String room(Room room) {
        return word(rooms, List.of(Room.values()).indexOf(room));
    }

    String thing(Role role) {
        return word(things, List.of(Role.values()).indexOf(role));
    }

    private static String word(String words, int index) {
        return List.of(words.split(",", -1)).get(index);
    }
}
